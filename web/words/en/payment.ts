import type { components } from '../../../openapi/generated/console.ts';
import { timeline } from './timeline.ts';

type Schemas = components['schemas'];
type Source = Schemas['ObservationSource'];
type Step = Schemas['SimulationInput']['step'];

function payments(count: number): string {
  return count === 1 ? '1 payment' : `${count} payments`;
}

/** One payment of any kind: the panel beside the table. */
export const payment = {
  title: (customer: string, environment: string) => `${customer} · ${environment} · Tautan`,
  backToList: 'Back to the list',
  loading: 'Payment',
  loadFailed: 'This payment could not be loaded',
  unknown: 'There is no such payment here',
  unknownDetail: (environment: string) =>
    `The ledger of ${environment} does not hold it. It may belong to another environment.`,
  noCustomer: 'No customer name',
  /** A time stands behind these two. */
  settles: 'settles',
  settled: 'settled',
  settlesUnknown: 'settlement awaited',

  late: 'Paid although it had already ended. The money is there; check that the order was not cancelled meanwhile.',
  unavailable: (provider: string) =>
    `${provider} could not be reached, so nothing was created. It is safe to create it again.`,
  paymentFailed: 'The customer’s payment did not go through. No money arrived.',
  contradicted: {
    title: 'Something here contradicts itself',
    detail: (at: string) =>
      `At ${at} the provider said something that does not fit what we know. Look at it in the timeline, ask the provider where needed, and then mark it.`,
    acknowledge: 'Mark as looked at',
    failed: 'It could not be marked as looked at',
  },
  providerSaid: (provider: string, words: string) => `${provider} said: “${words}”`,

  actions: 'Actions',
  resend: 'Resend callback',
  resendOf: (reference: string) => `Resend the callback of ${reference}`,
  resendTitle: 'Resend the callback of this payment?',
  resendHint: (provider: string) =>
    `${provider} sends its latest callback to us again, and it goes on to your systems, which may see it twice. The customer notices nothing.`,
  resendAsked: (provider: string) => `${provider} sends it again. It shows in the timeline when it arrives.`,
  resendArrived: (at: string) => `The callback arrived at ${at}.`,
  deliver: 'Send callback to…',
  deliverHint: 'Sends the latest callback, as it is stored here, to one of your systems once more.',
  refresh: 'Refresh',
  refreshHint: (provider: string) => `Reads the payment at ${provider} now.`,
  refreshed: (provider: string, at: string) => `Read at ${provider} at ${at}.`,
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  pages: { 'payer-page': 'Payer page', 'hosted-qr': 'QR page' },
  openPayerPage: 'Open the payer page in a new tab',
  share: 'QR and message',
  problem: {
    resend: 'The callback was not requested',
    refresh: 'The payment was not refreshed',
    simulate: 'Nothing was simulated',
  },

  simulation: {
    payment: 'Simulate payment',
    settlement: 'Simulate settlement',
    hint: {
      payment: (provider: string) =>
        `${provider} pretends that the customer has paid, and sends its callback as after a real payment.`,
      settlement: (provider: string) => `${provider} pretends that the money is available, and says so.`,
    } satisfies Record<Step, (provider: string) => string>,
    never: 'Simulating is for sandbox and staging alone.',
    simulated: 'Simulated',
    callback: 'callback',
    paid: 'paid',
    settling: (provider: string) =>
      `${provider} simulates the settlement. It shows in the timeline when ${provider} says so.`,
    unknownDetail: (provider: string) => `Refresh to read at ${provider} what became of it before you simulate again.`,
    waiting: 'waiting for the callback',
    missing: 'Simulated, but no callback in 60 s.',
    missingResend: (provider: string) =>
      `Resend the callback, or refresh to read at ${provider} what became of it. If neither helps, check the callback address that ${provider} has of us.`,
    missingRefresh: (provider: string) =>
      `Refresh to read at ${provider} what became of it. If that does not help, check the callback address that ${provider} has of us.`,
    several: {
      payment: (count: number) => `Simulate ${payments(count)} as paid`,
      settlement: (count: number) => `Simulate ${payments(count)} as settled`,
    } satisfies Record<Step, (count: number) => string>,
    explained: {
      payment: 'The provider pretends that each of them was paid and sends a callback for each. No money moves.',
      settlement: 'The provider pretends that the money of each is available. No money moves.',
    } satisfies Record<Step, string>,
    results: 'What became of each',
    summary: (simulated: number, all: number) => `${simulated} of ${all} simulated`,
    outcomes: {
      simulated: 'Simulated',
      not_allowed: 'Not possible',
      payment_unknown: 'Not in the ledger',
      refused: 'Refused',
      unavailable: 'Not reached; nothing was done',
      unknown: 'Answer lost; it may have been simulated',
    } satisfies Record<Schemas['SimulationResult']['results'][number]['outcome'], string>,
    done: 'Done',
    failed: 'Nothing was simulated',
  },

  facts: {
    label: 'Details',
    more: 'All details',
    less: 'Fewer details',
    knownFrom: 'Known from',
    reference: 'Reference',
    partnerUserId: 'Customer id',
    receiptNumber: 'Receipt number',
    txRefNumber: (provider: string) => `${provider} number`,
    method: 'Method',
    channel: 'Paid from',
    asked: 'Asked',
    received: 'Received',
    paidAmount: 'Paid',
    amount: 'Amount',
    fee: 'Fee',
    accountNumber: 'Account number',
    paymentCode: 'Payment code',
    providerFee: (provider: string) => `Fee of ${provider}`,
    net: 'We receive',
    expires: 'Expires',
    expired: 'Expired',
    paidAt: 'Paid at',
    settles: 'Settles',
    settled: 'Settled',
    contact: 'Customer',
    payer: 'Payer',
    payerNote: 'Payer’s note',
    notes: 'Notes',
    offered: 'Offered',
    banks: 'Banks',
    displayName: 'Shown as',
    created: 'Created',
    createdBy: 'Created by',
    origin: 'Origin',
    providerStatus: (provider: string) => `${provider}’s word`,
  },
  wib: (time: string) => `${time} WIB`,
  /** A time within a sentence, behind "at" or "since". */
  moment: { clock: (clock: string) => clock, dated: (day: string, clock: string) => `${clock} WIB on ${day}` },
  openAmount: (amount: string) => `The customer may pay less, up to ${amount}`,
  feeByPayer: 'paid by the customer on top',
  feeByUs: 'paid by us',
  feeUnknown: (provider: string) => `${provider} has not said yet`,
  nothingReceived: 'nothing yet',
  masked: 'Masked: your role may not read contacts.',
  noContact: 'none given',
  methodsByProvider: (provider: string) => `${provider} decides`,
  imported: (provider: string) => `imported from ${provider}`,
  copyWhat: {
    reference: 'reference',
    providerPaymentId: 'id at the provider',
    partnerUserId: 'customer id',
    accountNumber: 'account number',
    paymentCode: 'payment code',
    receiptNumber: 'receipt number',
    txRefNumber: 'transaction number',
  },
  paidMore: (more: string) => `${more} more than asked`,
  paidWithFee: (fee: string) => `with ${fee} fee`,
  paidLess: (less: string) => `${less} less than asked`,
  paidLessOpen: (less: string) => `${less} less: the customer could choose the amount`,
  paidUniqueCode: (difference: string) => `${difference} off: the unique code of the transfer`,

  known: {
    create: 'the answer to its creation',
    read: 'reading',
    callback: 'callback',
    sweep: 'automatic check',
    import: 'import',
    delete: 'the answer to its deletion',
  } satisfies Record<Source, string>,
  knownAt: (source: string, at: string) => `${source} at ${at}`,
  knownAndConfirmed: (source: string, at: string) => `${source}, confirmed by reading at ${at}`,
  knownUnconfirmed: (source: string, at: string) => `${source} at ${at}, not yet confirmed by reading`,

  timeline,

  deletion: {
    confirm: (reference: string) => `Type the reference ${reference} to confirm`,
  },
};

import type { components } from '../../../openapi/generated/console.ts';
import { timeline } from './timeline.ts';

type Schemas = components['schemas'];
type Source = Schemas['ObservationSource'];

/** One payment link: the panel beside the table. */
export const link = {
  title: (customer: string, environment: string) => `${customer} · ${environment} · Tautan`,
  panel: (reference: string) => `Payment link ${reference}`,
  backToList: 'Back to the list',
  loadFailed: 'This link could not be loaded',
  unknown: 'There is no such link here',
  unknownDetail: (environment: string) =>
    `The ledger of ${environment} does not hold it. It may belong to another environment.`,
  noCustomer: 'No customer name',
  /** A time stands behind these two. */
  settles: 'settles',
  settled: 'settled',
  settlesUnknown: 'settlement awaited',
  loading: 'Payment link',

  creating: (provider: string) =>
    `We asked ${provider} for this link and its answer did not reach us. We keep asking until ${provider} says whether it exists. Nothing needs to be done, and do not create it again: that could make two.`,
  deleting: (provider: string) =>
    `We asked ${provider} to delete this link and its answer did not reach us. We keep asking until it is clear.`,
  late: 'Paid although it had already ended. The money is there; check that the order was not cancelled meanwhile.',
  failures: {
    declined: (provider: string) => `${provider} refused to create this link. The customer received nothing.`,
    not_created: (provider: string) =>
      `${provider} does not know this link: it was never created. It is safe to create it again.`,
    unavailable: (provider: string) =>
      `${provider} could not be reached, so nothing was created. It is safe to create it again.`,
    payment_failed: (_provider: string) => 'The customer’s payment did not go through. No money arrived.',
  } satisfies Record<Schemas['Failure']['code'], (provider: string) => string>,
  providerSaid: (provider: string, words: string) => `${provider} said: “${words}”`,

  actions: 'Actions',
  resend: 'Resend callback',
  resendHint: (provider: string) =>
    `${provider} sends its latest callback to us again. The customer notices nothing, and the payment does not change by it.`,
  resendAsked: (provider: string) => `${provider} sends it again. It shows in the timeline when it arrives.`,
  resendArrived: (at: string) => `The callback arrived at ${at}.`,
  refresh: 'Refresh',
  refreshHint: (provider: string) => `Reads the link at ${provider} now.`,
  refreshed: (provider: string, at: string) => `Read at ${provider} at ${at}.`,
  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  noUrl: 'There is no payer page: the link was not created.',
  noUrlYet: 'There is no payer page yet: we are still checking whether the link exists.',
  payerPage: 'Payer page',
  openPayerPage: 'Open the payer page in a new tab',
  share: 'QR and message',
  delete: 'Delete',
  problem: {
    resend: 'The callback was not requested',
    refresh: 'The link was not refreshed',
  },

  facts: {
    label: 'Details',
    more: 'All details',
    less: 'Fewer details',
    knownFrom: 'Known from',
    reference: 'Reference',
    providerLinkId: 'Link id',
    receiptNumber: 'Receipt number',
    txRefNumber: (provider: string) => `${provider} number`,
    method: 'Method',
    paidAmount: 'Paid',
    amount: 'Amount',
    fee: 'Fee',
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
  openAmount: (amount: string) => `The customer may pay less, up to ${amount}`,
  feeByPayer: 'paid by the customer on top',
  feeByUs: 'paid by us',
  masked: 'Masked: your role may not read contacts.',
  noContact: 'none given',
  methodsByProvider: (provider: string) => `${provider} decides`,
  imported: (provider: string) => `imported from ${provider}`,
  copyWhat: {
    reference: 'reference',
    linkId: 'link id',
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
    title: 'Delete this link?',
    happens: (provider: string) =>
      `${provider} closes the payer page at once. Nobody can pay with this link any more, and it cannot be opened again. The row stays in the list as deleted.`,
    race: 'If the customer chooses how to pay before that, the provider refuses and nothing changes.',
    production: 'This is production: the customer may already hold this link.',
    confirm: (reference: string) => `Type the reference ${reference} to confirm`,
    mismatch: 'This is not the reference of the link.',
    submit: 'Delete link',
    failed: 'The link was not deleted',
    lost: (provider: string) => `${provider}’s answer was lost. We are checking whether the link is deleted.`,
  },

  sharing: {
    title: 'Send this link',
    qr: 'QR code',
    qrOf: (url: string) => `QR code of ${url}`,
    qrHint: 'Opens the payer page when scanned with a phone’s camera.',
    download: 'Download',
    print: 'Print',
    fileName: (reference: string) => `payment-link-${reference}.svg`,
    message: 'Message to the customer',
    messageLanguage: 'Language of the message',
    copyMessage: 'Copy message',
    sendByWhatsApp: 'WhatsApp',
    sendByEmail: 'E-mail',
    ended: 'This link can no longer be paid.',
  },
};

import type { components } from '../../../openapi/generated/console.ts';
import { formatCount } from '../../format/money.ts';

type Schemas = components['schemas'];
type Source = Schemas['ObservationSource'];
type ReasonCode = Schemas['VerdictReason']['code'];
type Action = Schemas['ActionEntry']['action'];

/** What was said and done about a payment. */
export const timeline = {
  title: 'Timeline',
  wib: 'WIB',
  empty: 'Nothing was said or done about it yet.',
  failed: 'The timeline could not be loaded',
  today: (day: string) => `Today, ${day}`,
  yesterday: (day: string) => `Yesterday, ${day}`,
  verdicts: {
    applied: 'Applied',
    claimed: 'Reported by callback, being confirmed',
    duplicate: 'Repeated, nothing changed',
    stale: 'Not applied',
    contradicts: 'Contradicts what is known',
  } satisfies Record<Schemas['Verdict'], string>,
  said: {
    creating: 'checking',
    open: 'open',
    awaiting_payment: 'awaiting payment',
    processing: 'processing',
    paid: 'paid',
    expired: 'expired',
    deleted: 'deleted',
    failed: 'failed',
  } satisfies Record<Schemas['PaymentStatus'], string>,
  saidSettled: 'settled',
  titles: {
    create: (provider: string, said: string) => `${provider} answered the creation: ${said}`,
    read: (_provider: string, said: string) => `Read: ${said}`,
    callback: (_provider: string, said: string) => `Callback: ${said}`,
    sweep: (_provider: string, said: string) => `Automatic check: ${said}`,
    import: (provider: string, said: string) => `Imported from ${provider}: ${said}`,
    delete: (provider: string, said: string) => `${provider} answered the deletion: ${said}`,
  } satisfies Record<Source, (provider: string, said: string) => string>,
  /** Titles of what says no status at all. */
  withoutStatus: {
    create: (provider: string) => `${provider}’s answer to the creation was lost or unreadable`,
    read: (_provider: string) => 'Read without a result',
    callback: (_provider: string) => 'Callback without a status',
    sweep: (_provider: string) => 'Automatic check without a result',
    import: (provider: string) => `Imported from ${provider} without a status`,
    delete: (provider: string) => `${provider}’s answer to the deletion was lost or unreadable`,
  } satisfies Record<Source, (provider: string) => string>,
  repeated: {
    create: 'Answer to the creation repeated',
    read: 'Read again: no change',
    callback: 'Callback repeated',
    sweep: 'Automatic check: no change',
    import: 'Imported again: no change',
    delete: 'Answer to the deletion repeated',
  } satisfies Record<Source, string>,
  createdAt: (provider: string) => `Created at ${provider}`,
  deletedAt: (provider: string) => `Deleted at ${provider}`,
  confirmedPaid: 'Confirmed paid by reading',
  confirmedSettled: 'Confirmed settled by reading',
  customerChose: (how: string) => `Customer chose ${how}`,
  says: (provider: string, word: string) => `${provider} says “${word}”.`,
  settlement: { none: null, waiting: 'Settlement is waiting.', settled: 'The money is settled.' } satisfies Record<
    Schemas['Settlement'],
    string | null
  >,
  /** Stands at the beginning of a sentence. */
  subjects: {
    create: 'The answer to the creation',
    read: 'This reading',
    callback: 'This callback',
    sweep: 'This automatic check',
    import: 'This import',
    delete: 'The answer to the deletion',
  } satisfies Record<Source, string>,
  /** Why an observation was not applied; `at` is the time of the one it is measured against. */
  whyNot: {
    same_as_before: (_subject: string, at: string | null) =>
      at ? `Same content as at ${at}, nothing changed.` : 'Same content as before, nothing changed.',
    older_than_known: (subject: string, at: string | null) =>
      `${subject} is older than what we know${at ? ` since ${at}` : ''}, so it changed nothing.`,
    already_paid: (subject: string, at: string | null) =>
      `Paid already${at ? `, known since ${at}` : ''}: ${lower(subject)} cannot undo that.`,
    already_ended: (subject: string, at: string | null) =>
      `It had ended${at ? ` at ${at}` : ''}: only money could change that, so ${lower(subject)} was not applied.`,
    already_settled: (subject: string, at: string | null) =>
      `Settled already${at ? `, known since ${at}` : ''}: ${lower(subject)} cannot undo that.`,
    amount_differs: (subject: string, _at: string | null) =>
      `${subject} names another amount than we know. A person must look at it.`,
    reference_differs: (subject: string, _at: string | null) =>
      `${subject} names another reference or number than we know. A person must look at it.`,
    status_denied: (subject: string, at: string | null) =>
      `${subject} denies what was said${at ? ` at ${at}` : ' before'}. A person must look at it.`,
    nothing_known: (subject: string, _at: string | null) => `${subject} says nothing that we could use.`,
  } satisfies Record<ReasonCode, (subject: string, at: string | null) => string>,
  claimed: 'Reported by callback, being confirmed: nobody signed it, so we ask the provider before it counts.',
  late: 'The money came after it had ended.',
  changed: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  changedTo: (field: string, to: string) => `${field}: ${to}`,
  nothing: 'none',
  yes: 'yes',
  no: 'no',
  fields: {
    status: 'Status',
    settlement: 'Settlement',
    saidAt: 'Dated by the provider',
    reference: 'Reference',
    failure: 'Failure',
    late: 'Late',
    confirmedAt: 'Confirmed by reading',
    providerStatus: 'Provider’s word',
    failureCode: 'Failure',
    failureDetail: 'Provider’s explanation',
    failureProviderCode: 'Provider’s code',
    amountIdr: 'Amount',
    paidAmountIdr: 'Paid amount',
    isOpenAmount: 'Open amount',
    includeAdminFee: 'Customer pays the fee',
    customerName: 'Customer',
    description: 'Description',
    notes: 'Notes',
    emails: 'E-mail',
    phone: 'Phone',
    displayName: 'Shown as',
    enabledMethods: 'Offered methods',
    enabledBanks: 'Offered banks',
    url: 'Payer page',
    appUrl: 'Address for the app',
    qrImageUrl: 'QR image',
    accountNumber: 'Account number',
    paymentCode: 'Payment code',
    feeSen: 'Provider’s fee',
    partnerUserId: 'Customer id',
    hasHostedPage: 'Page with the QR code',
    method: 'Method',
    channel: 'Bank or wallet',
    providerPaymentId: 'Id at the provider',
    txRefNumber: 'Transaction number',
    paymentReferenceNumber: 'Receipt number',
    payerName: 'Payer’s name',
    payerPhone: 'Payer’s phone',
    payerNote: 'Payer’s note',
    createdAt: 'Created',
    expiresAt: 'Expires',
    paidAt: 'Paid at',
    settlesAt: 'Settles',
    settledAt: 'Settled',
  } as Record<string, string>,
  dates: (provider: string, at: string) => `${provider} dates this ${at}.`,
  deviates: (provider: string) => `${provider}’s message differs from its contract:`,
  message: 'Message',
  messageTitle: (provider: string, at: string) => `Message of ${provider}, ${at}`,
  copyMessage: 'Copy message',
  messageTooLarge: 'It is nested too deep or too long to be laid out, so it stands here as it came.',
  messageCut: (shown: number, all: number) => `The first ${formatCount(shown)} of ${formatCount(all)} characters.`,
  messageShowAll: 'Show all',
  changesTitle: (count: number) => (count === 1 ? '1 change' : `${count} changes`),

  person: (name: string, role: string) => `${name} (${role})`,
  done: {
    createLink: (who: string) => `Created by ${who}`,
    createRouting: (who: string) => `Created by ${who}`,
    createOneTimePayment: (who: string) => `Created by ${who}`,
    deletePayment: (who: string) => `Deleted by ${who}`,
    refreshPayment: (who: string) => `Refreshed by ${who}`,
    resendPaymentCallback: (who: string) => `Callback requested by ${who}`,
    importPayment: (who: string) => `Imported by ${who}`,
    simulatePayments: (who: string) => `Simulated by ${who}`,
    acknowledgePayment: (who: string) => `Looked at by ${who}`,
    processCallback: (who: string) => `Callback read again by ${who}`,
    deliverCallback: (who: string) => `Callback sent on again by ${who}`,
  } satisfies Record<Action, (who: string) => string>,
  tried: {
    createLink: (who: string) => `Creation requested by ${who}`,
    createRouting: (who: string) => `Creation requested by ${who}`,
    createOneTimePayment: (who: string) => `Creation requested by ${who}`,
    deletePayment: (who: string) => `Deletion requested by ${who}`,
    refreshPayment: (who: string) => `Refresh requested by ${who}`,
    resendPaymentCallback: (who: string) => `Callback requested by ${who}`,
    importPayment: (who: string) => `Import requested by ${who}`,
    simulatePayments: (who: string) => `Simulation requested by ${who}`,
    acknowledgePayment: (who: string) => `Looked at by ${who}`,
    processCallback: (who: string) => `Callback read again by ${who}`,
    deliverCallback: (who: string) => `Callback sent on again by ${who}`,
  } satisfies Record<Action, (who: string) => string>,
  pending: (provider: string) => `Waiting for ${provider}’s answer.`,
  lost: (provider: string) => `${provider}’s answer was lost; we are checking what it did.`,
  refused: (provider: string, detail: string | null) =>
    detail ? `${provider} refused: “${detail}”` : `${provider} refused.`,
  unavailable: (provider: string) => `${provider} could not be reached; nothing was done.`,
  callbackAwaited: 'Waiting for the callback.',
  callbackArrived: (at: string) => `Callback arrived at ${at}.`,
  callbackMissing: 'No callback came in 60 s.',
};

/** A subject inside a sentence. */
function lower(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}

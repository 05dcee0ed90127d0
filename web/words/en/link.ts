import type { components } from '../../../openapi/generated/console.ts';

type Schemas = components['schemas'];
type Source = Schemas['ObservationSource'];
type ReasonCode = Schemas['VerdictReason']['code'];
type Action = Schemas['ActionEntry']['action'];

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

  timeline: {
    title: 'Timeline',
    wib: 'WIB',
    empty: 'Nothing was said or done about it yet.',
    failed: 'The timeline could not be loaded',
    today: (day: string) => `Today, ${day}`,
    yesterday: (day: string) => `Yesterday, ${day}`,
    verdicts: {
      applied: 'Applied',
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
    createdAt: (provider: string) => `Link created at ${provider}`,
    deletedAt: (provider: string) => `Link deleted at ${provider}`,
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
        `The link had ended${at ? ` at ${at}` : ''}: only money could change that, so ${lower(subject)} was not applied.`,
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
    late: 'The money came after the link had ended.',
    changed: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
    changedTo: (field: string, to: string) => `${field}: ${to}`,
    nothing: 'none',
    yes: 'yes',
    no: 'no',
    fields: {
      status: 'Status',
      settlement: 'Settlement',
      late: 'Late',
      confirmedAt: 'Confirmed by reading',
      providerStatus: 'Provider’s word',
      failureCode: 'Failure',
      failureDetail: 'Provider’s explanation',
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
      method: 'Method',
      channel: 'Bank or wallet',
      providerPaymentId: 'Link id',
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
    changesTitle: (count: number) => (count === 1 ? '1 change' : `${count} changes`),

    person: (name: string, role: string) => `${name} (${role})`,
    done: {
      createLink: (who: string) => `Created by ${who}`,
      deleteLink: (who: string) => `Deleted by ${who}`,
      refreshLink: (who: string) => `Refreshed by ${who}`,
      resendLinkCallback: (who: string) => `Callback requested by ${who}`,
      importLink: (who: string) => `Imported by ${who}`,
    } satisfies Record<Action, (who: string) => string>,
    tried: {
      createLink: (who: string) => `Creation requested by ${who}`,
      deleteLink: (who: string) => `Deletion requested by ${who}`,
      refreshLink: (who: string) => `Refresh requested by ${who}`,
      resendLinkCallback: (who: string) => `Callback requested by ${who}`,
      importLink: (who: string) => `Import requested by ${who}`,
    } satisfies Record<Action, (who: string) => string>,
    pending: (provider: string) => `Waiting for ${provider}’s answer.`,
    lost: (provider: string) => `${provider}’s answer was lost; we are checking what it did.`,
    refused: (provider: string, detail: string | null) =>
      detail ? `${provider} refused: “${detail}”` : `${provider} refused.`,
    unavailable: (provider: string) => `${provider} could not be reached; nothing was done.`,
    callbackAwaited: 'Waiting for it to arrive.',
    callbackArrived: (at: string) => `Arrived at ${at}.`,
    callbackMissing: 'Not arrived yet.',
  },

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

/** A subject inside a sentence. */
function lower(subject: string): string {
  return subject.charAt(0).toLowerCase() + subject.slice(1);
}

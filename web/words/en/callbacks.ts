import type { components } from '../../../openapi/generated/console.ts';
import { formatCount } from '../../format/money.ts';

type Schemas = components['schemas'];
type Words<Key extends string> = Record<Key, string>;

function counted(count: number, one: string, many: string): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** All callbacks: the list, one of them, and whether they come at all. */
export const callbacks = {
  title: 'Callbacks',
  showArrived: 'Show the newest callbacks',
  /** What their bodies hold only a search can tell. */
  mayHaveArrived: 'New ones: search again',
  totals: (count: number) => counted(count, 'callback', 'callbacks'),
  parkedCount: (count: number) => `${formatCount(count)} parked`,

  columns: {
    received: 'Received (WIB)',
    kind: 'From',
    says: 'Says',
    payment: 'Payment',
    amount: 'Amount',
    verdict: 'What we did',
    delivery: 'Sent on',
  },
  noKind: 'Kind not known',
  noStatus: 'no status',
  noReference: 'no reference',
  settledToo: 'settled',
  verdicts: {
    applied: 'Applied',
    claimed: 'Being confirmed',
    duplicate: 'Repeated',
    stale: 'Not applied',
    contradicts: 'Contradicts',
  } satisfies Words<Schemas['Verdict']>,
  states: { received: 'Waiting', processed: 'Read', parked: 'Parked' } satisfies Words<Schemas['CallbackState']>,
  deliveries: {
    none: 'Nowhere',
    waiting: 'Waiting',
    delivered: 'Delivered',
    failing: 'Failing',
  } satisfies Words<Schemas['DeliveryState']>,
  parkedReasons: {
    unknown_payment: 'Payment not known',
    unreadable: 'Not understood',
    provider_not_configured: 'Provider not set up',
    processing_failed: 'Reading failed',
  } satisfies Words<Schemas['ParkedReason']>,
  parkedDetails: {
    unknown_payment:
      'Our ledger holds no payment with its reference. Import the payment, then read the callback again.',
    unreadable: 'We could not understand it. It stays as it came and can be read again after a fix.',
    provider_not_configured: 'The provider is not set up in this environment, so it could not be read.',
    processing_failed: 'Reading it failed again and again on our side. Tell a developer, then read it again.',
  } satisfies Words<Schemas['ParkedReason']>,

  inBodies: {
    label: 'Search in callbacks by anything that their bodies hold: reference, receipt number, name, amount',
    placeholder: 'Search in bodies…',
  },
  inNames: {
    label: 'Search in callbacks by reference or id; your role may not search in bodies',
    placeholder: 'Search by reference or id…',
  },
  filterNames: {
    provider: 'Provider',
    kind: 'Kind',
    says: 'Says',
    verdict: 'What we did',
    state: 'Reading',
    delivery: 'Sent on',
    received: 'Received',
    destination: 'Destination',
    payment: 'Payment',
    q: 'Search',
  },
  onePayment: 'one payment',
  onPage: (count: number) => `${formatCount(count)} on this page`,
  order: 'newest first',
  emptyTitle: 'No callbacks yet',
  emptyDetail: 'What providers send to our callback address appears here the moment it arrives.',
  noMatchTitle: 'No callback matches',
  noMatchMany: 'No callback matches all of these filters. Drop one of them:',

  panel: {
    heading: (id: string) => `Callback ${id}`,
    title: (id: string, environment: string) => `Callback ${id} · ${environment} · Tautan`,
    says: (said: string) => `Says: ${said}`,
    saysNothing: 'Says no status',
    received: 'received',
    loadFailed: 'This callback could not be loaded',
    unknown: 'There is no such callback here',
    unknownDetail: (environment: string) =>
      `${environment} has no callback with this number. It may belong to another environment.`,
    payment: 'Payment',
    paymentNone: 'none found',
    reference: 'Reference',
    providerStatus: (provider: string) => `${provider}’s word`,
    settlement: 'Settlement',
    from: 'Sent from',
    fromUnknown: 'not known',
    body: 'Body as it arrived',
    bodyHidden: 'Your role may not read contacts, so the body is not shown.',
    bodyBinary: 'It is no text; this is its content in base64.',
    bodyTitle: (id: string) => `Body of callback ${id}`,
    headers: (count: number) => counted(count, 'header', 'headers'),
    headersTitle: 'Headers, without the secrets in them',
    details: 'Details',
  },

  why: {
    title: 'What we did with it',
    applied: 'It was applied: the payment follows what it says.',
    claimed:
      'Reported by callback, being confirmed. The callback is not signed, so we ask the provider before the payment counts as paid.',
    duplicate: 'It repeats what we knew, so nothing changed.',
    stale: 'It was not applied.',
    contradicts: 'It contradicts what we know and changed nothing. A person must look at it.',
    waiting: 'It is stored and will be read in a moment.',
  },

  differences: {
    title: 'What it says, field by field',
    field: 'Field',
    said: 'This one',
    before: 'The one before',
    provider: (provider: string) => `Read at ${provider}`,
    differs: 'differs',
    showAll: (count: number) => `Show all ${formatCount(count)} fields`,
    showDiffering: 'Show only what differs',
    same: {
      both: (provider: string) => `Nothing differs from the callback before it or from what was read at ${provider}.`,
      before: () => 'Nothing differs from the callback before it.',
      provider: (provider: string) => `Nothing differs from what was read at ${provider}.`,
    },
    noneBefore: 'It is the first callback about this payment.',
    noneRead: (provider: string) => `The payment has not been read at ${provider} yet.`,
    alone: 'It is in the ledger of no payment, so there is nothing to compare it with.',
  },

  deliveriesTitle: 'Sent on to',
  deliveryStates: { waiting: 'Waiting', delivered: 'Delivered', given_up: 'Given up' } satisfies Words<
    Schemas['Delivery']['state']
  >,
  notSentOn: 'To no destination.',
  nextAttempt: 'next attempt',
  held: 'waits for the provider to confirm it, until',
  attempts: (count: number) => counted(count, 'attempt', 'attempts'),
  noAttempt: 'not tried yet',
  attempt: {
    answered: (status: number, ms: number) => `HTTP ${status} in ${formatCount(ms)} ms`,
    unanswered: (ms: number) => `no answer in ${formatCount(ms)} ms`,
    said: 'It answered:',
  },

  actions: {
    label: 'Actions',
    process: 'Read again',
    processHint: 'Reads the stored body again. Nothing is asked of the provider.',
    processed: 'Read again.',
    stillParked: 'Read again, and parked again.',
    deliver: 'Send to…',
    deliverHint: 'Sends the stored callback to one of your systems once more.',
    resendAsked: (provider: string) => `${provider} sends it again. It shows in the list when it arrives.`,
    queued: (destination: string) => `In the queue of ${destination}.`,
    problems: {
      process: 'The callback was not read again',
      deliver: 'The callback was not sent',
    },
  },
  deliverDialog: {
    title: 'Send this callback once more',
    latestTitle: 'Send the latest callback once more',
    latest: (said: string, at: string) => `Says: ${said}. Received ${at}.`,
    latestFailed: 'The latest callback could not be loaded',
    noneChosen: 'There is no callback to send.',
    to: 'To',
    happens:
      'It goes there as it arrived, with its body and headers, signed anew. The receiver may see it twice: its webhook-id stays the same, by which a receiver can tell.',
    submit: 'Send',
  },

  health: {
    title: 'Health of the callbacks',
    failed: 'Whether callbacks come in could not be read',
    more: 'Details',
    less: 'Fewer details',
    never: 'never',
    today: (count: number) => `${formatCount(count)} today`,
    parked: 'Parked',
    unprocessed: 'Waiting to be read',
    due: 'To be checked at the provider',
    drift: 'Contract drift',
    driftCount: (count: number) => counted(count, 'difference', 'differences'),
    noDrift: 'none in 7 days',
    none: 'none',
    sweep: {
      title: 'Checks of what should have changed',
      pace: (provider: string, count: string, perMinute: string) =>
        `${provider}: ${count} due, at most ${perMinute} a minute`,
      oldest: 'oldest since',
      slowed: 'paused until',
    },
    driftTitle: 'Where messages differ from their contracts, last 7 days',
    times: (count: number) => `${formatCount(count)}×`,
    last: 'last',
    tokensTitle: 'Tokens in the callback address',
    tokens: { current: 'current token', previous: 'previous token' },
    lastUsed: 'last used',
    neverUsed: 'never used',
    silenceTitle: 'Paid without a callback, last 24 hours',
    found: (count: number) => `${counted(count, 'payment', 'payments')} in the hour from`,
    noSilence: 'Every paid payment had its callback.',
    destinationsTitle: 'Destinations that need a person',
  },
  silent: {
    title: 'Callbacks may be failing.',
    detail: (whose: string) =>
      `${whose}: payments were found paid whose callback never came. They are found by checking meanwhile, which is slower.`,
    open: 'See callbacks',
  },
  ofPayment: 'Callbacks about this payment',
  openCallback: 'Open callback',
  found: 'Callback',
};

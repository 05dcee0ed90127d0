import type { components } from '../../../openapi/generated/console.ts';
import { formatCount } from '../../format/money.ts';

type Order = components['schemas']['ResendOrder'];

function seconds(count: number): string {
  if (count < 90) return `${formatCount(count)} s`;
  if (count < 5_400) return `${formatCount(Math.round(count / 60))} min`;
  return `${formatCount(Math.round(count / 360) / 10)} h`;
}

function callbacks(count: number): string {
  return count === 1 ? '1 callback' : `${formatCount(count)} callbacks`;
}

/** Orders to send the callbacks of many payments again. */
export const resends = {
  title: 'Resend orders',
  fromList: (total: string) => `Resend callbacks of these ${total}…`,
  fromListShort: 'Resend callbacks…',
  none: 'No callbacks of many payments were sent again yet. Begin in a list of payments: filter it, then choose “Resend callbacks”.',
  toPayments: 'All payments',
  listFailed: 'The orders could not be loaded',
  mayNot: 'Your role may not resend callbacks of many payments in this environment.',

  create: {
    title: 'Resend callbacks of many payments',
    of: 'Payments',
    all: 'All payments of this environment',
    change: 'Change the filter',
    via: 'How',
    provider: 'By the provider',
    providerDetail:
      'REM sends its latest callback of each payment to us again, and we send it on. Fazz cannot do that.',
    destination: 'From our store',
    destinationDetail: 'The latest stored callback of each payment goes to one destination once more.',
    to: 'Destination',
    noDestination: 'There is no destination in this environment.',
    pace: 'Callbacks a minute',
    paceHint: (most: number) => `1 to ${formatCount(most)}. Slower is gentler on the receiver.`,
    paceError: (most: number) => `Enter a whole number from 1 to ${formatCount(most)}.`,
    counting: 'Counting…',
    count: (count: number, duration: string) => `${callbacks(count)}, about ${duration} at this pace.`,
    nothing: 'There is nothing to send.',
    skipped: 'Left out:',
    happens:
      'One is sent first. You look at what became of it, then send the rest or cancel. Receivers may see callbacks twice. You can leave the page: it goes on, also when the server restarts.',
    submit: 'Send the first one',
    previewFailed: 'What would be sent could not be counted',
    failed: 'Nothing was ordered',
  },
  duration: seconds,

  orderTitle: (by: string) => `Ordered by ${by}`,
  pageTitle: 'Resend order',
  loadFailed: 'The order could not be loaded',
  unknown: 'There is no such order here',
  states: {
    canary: 'Sending the first one',
    canary_done: 'Waits for you',
    running: 'Sending',
    paused: 'Paused',
    done: 'Done',
    cancelled: 'Cancelled',
  } satisfies Record<Order['state'], string>,
  pausedReasons: {
    by_person: 'Paused by a person.',
    destination_paused: 'Paused because its destination is paused.',
    provider_unavailable: 'Paused because the provider cannot be reached.',
  } satisfies Record<Exclude<Order['pausedReason'], null>, string>,
  via: { provider: 'by the provider', destination: (name: string) => `from our store to ${name}` },
  deletedDestination: 'a deleted destination',
  perMinute: (count: number) => `${formatCount(count)} a minute`,
  progress: (done: number, all: number) => `${formatCount(done)} of ${formatCount(all)}`,
  progressLabel: 'Progress',
  counts: {
    done: (count: number) => `${formatCount(count)} sent`,
    failed: (count: number) => `${formatCount(count)} failed`,
    unknown: (count: number) => `${formatCount(count)} not known`,
    skipped: (count: number) => `${formatCount(count)} left out`,
    cancelled: (count: number) => `${formatCount(count)} cancelled`,
  },
  ended: 'ended',
  canary: {
    title: 'The first one is sent. Look at it before you send the rest.',
    detail: 'Does your system have what it needs? The first item below says what became of it.',
  },
  steps: {
    continue: 'Send the rest',
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Cancel order',
    failed: 'The order did not change',
    cancelHint: 'Nothing more is sent. What is sent is sent.',
  },
  items: {
    title: 'Results',
    failed: 'The results could not be loaded',
    none: 'No results yet.',
    number: 'No.',
    reference: 'Reference',
    outcome: 'Result',
    at: 'At (WIB)',
    download: 'Download CSV',
    outcomes: {
      waiting: 'Waiting',
      sending: 'Sending',
      done: 'Sent',
      failed: 'Failed',
      unknown: 'Not known; not sent again',
      skipped: 'Left out',
      cancelled: 'Cancelled',
    } satisfies Record<components['schemas']['ResendItem']['outcome'], string>,
  },
};

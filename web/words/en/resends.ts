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

/** Resend orders: on screen they are resends, because an order is what a shopper makes. */
export const resends = {
  title: 'Resends',
  fromList: (total: string) => `Resend callbacks of these ${total}…`,
  fromListShort: 'Resend callbacks…',
  none: 'Nothing was resent in bulk yet. Begin in a list of payments or of callbacks: filter it, then choose “Resend callbacks”.',
  toPayments: 'All payments',
  listFailed: 'The resends could not be loaded',
  mayNot: 'Your role may not resend many callbacks in this environment.',

  create: {
    titles: { payments: 'Resend callbacks of many payments', callbacks: 'Resend many callbacks' },
    of: { payments: 'Payments', callbacks: 'Callbacks' },
    all: { payments: 'All payments of this environment', callbacks: 'All callbacks of this environment' },
    change: 'Change the filter',
    via: 'How',
    provider: 'By the provider',
    providerDetail:
      'REM sends its latest callback of each payment to us again, and we send it on. Fazz cannot do that.',
    destination: 'From the stored callbacks',
    destinationDetail: 'The latest stored callback of each payment goes to one destination once more.',
    eachDetail:
      'Each goes to one destination once more as it came, the oldest first. Your system may get an older word about a payment after a newer one.',
    to: 'Destination',
    pace: 'Callbacks a minute',
    paceHint: (most: number) => `1 to ${formatCount(most)}. Slower is gentler on the receiver.`,
    paceError: (most: number) => `Enter a whole number from 1 to ${formatCount(most)}.`,
    counting: 'Counting…',
    count: (count: number, duration: string) => `${callbacks(count)}, about ${duration} at this pace.`,
    nothing: 'There is nothing to send.',
    skipped: 'Left out:',
    happens:
      'One is sent first. You look at what became of it, then send the rest or stop. Receivers may see callbacks twice. You can leave the page: it goes on, also when the server restarts.',
    submit: 'Send the first one',
    previewFailed: 'What would be sent could not be counted',
    failed: 'Nothing was sent',
    failedUnknown: 'Press the button again: the same resend is never made twice.',
  },
  duration: seconds,

  by: (name: string) => `Started by ${name}`,
  pageTitle: 'Resend',
  loadFailed: 'The resend could not be loaded',
  unknown: 'There is no such resend here',
  states: {
    canary: 'Sending the first one',
    canary_done: 'Waits for you',
    running: 'Sending',
    paused: 'Paused',
    done: 'Done',
    cancelled: 'Stopped',
  } satisfies Record<Order['state'], string>,
  pausedReasons: {
    by_person: 'Paused by a person.',
    destination_paused: 'Paused because its destination is paused.',
    provider_unavailable: 'Paused because the provider cannot be reached.',
  } satisfies Record<Exclude<Order['pausedReason'], null>, string>,
  via: {
    provider: 'by the provider',
    payments: (name: string) => `from the stored callbacks to ${name}`,
    callbacks: (name: string) => `each callback to ${name}`,
  },
  perMinute: (count: number) => `${formatCount(count)} a minute`,
  progress: (done: number, all: number) => `${formatCount(done)} of ${formatCount(all)}`,
  left: (duration: string) => `about ${duration} left`,
  progressLabel: 'Progress',
  counts: {
    done: (count: number) => `${formatCount(count)} sent`,
    failed: (count: number) => `${formatCount(count)} failed`,
    unknown: (count: number) => `${formatCount(count)} not known`,
    skipped: (count: number) => `${formatCount(count)} left out`,
    cancelled: (count: number) => `${formatCount(count)} not sent`,
  },
  ended: 'ended',
  canary: {
    title: 'The first one is sent. Look at it before you send the rest.',
    detail: 'Does your system have what it needs? The first item below says what became of it.',
  },
  steps: {
    continue: (count: number, duration: string) =>
      `Send the other ${count === 1 ? 'one' : `${formatCount(count)} (about ${duration})`}`,
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Stop this resend',
    failed: 'The resend did not change',
    stopping: {
      title: 'Stop this resend for good?',
      happens: (left: number, sent: number) =>
        `${formatCount(left)} will not be sent; ${sent === 0 ? 'none was' : `${formatCount(sent)} ${sent === 1 ? 'was' : 'were'}`}. It cannot go on afterwards.`,
    },
  },
  items: {
    title: 'Results',
    failed: 'The results could not be loaded',
    none: 'No results yet.',
    number: 'No.',
    reference: 'Reference',
    callback: (id: string) => `Callback ${id}`,
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
      cancelled: 'Not sent',
    } satisfies Record<components['schemas']['ResendItem']['outcome'], string>,
  },
};

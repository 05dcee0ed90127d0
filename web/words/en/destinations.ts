import type { components } from '../../../openapi/generated/console.ts';
import { formatCount } from '../../format/money.ts';

type Paused = Exclude<components['schemas']['Destination']['pausedReason'], null>;

function waits(count: number): string {
  if (count === 0) return 'nothing waits';
  return count === 1 ? '1 callback waits' : `${formatCount(count)} callbacks wait`;
}

/** The merchant's own systems that callbacks are sent on to. */
export const destinations = {
  title: 'Destinations',
  explained:
    'Your own systems that need the callbacks. Each callback goes to each of them as it arrived, signed by the Standard Webhooks specification. What is not answered with 2xx is tried again for 28 hours, in the order of each payment.',
  mayNot: 'Only admins add or change destinations.',
  add: 'Add destination',
  listFailed: 'The destinations could not be loaded',
  none: 'Callbacks are not sent on to any system yet.',
  states: { active: 'Active', paused: 'Paused' },
  failing: 'Failing',
  failingSince: 'failing since',
  pausedReasons: {
    by_person: 'Paused by a person',
    keeps_failing: 'Paused because it kept failing',
    gone: 'Paused because it answered 410: it wants nothing more',
  } satisfies Record<Paused, string>,
  /** Said above every page, behind the name. */
  stopped: {
    keeps_failing: (waiting: number) => `paused because it kept failing; ${waits(waiting)}.`,
    gone: (waiting: number) => `paused because it answered 410, so it wants nothing more; ${waits(waiting)}.`,
  },
  waiting: (count: number) => (count === 0 ? 'Nothing waits' : `${formatCount(count)} waiting`),
  lastDelivered: 'last delivered',
  secretChanged: 'secret changed',
  neverDelivered: 'nothing delivered yet',
  allProviders: 'REM and Fazz',
  allKinds: 'all kinds of payment',
  edit: 'Edit',
  pause: 'Pause',
  pauseHint: 'Nothing more is sent until somebody resumes it. Nothing is lost: callbacks wait.',
  resume: 'Resume',
  resumeHint: 'What waits is sent now, oldest first.',
  rotate: 'New secret',
  remove: 'Delete',
  problems: {
    pause: 'The destination was not paused',
    resume: 'The destination was not resumed',
    rotate: 'The secret was not changed',
    remove: 'The destination was not deleted',
    save: 'The destination was not saved',
  },
  form: {
    addTitle: 'Add a destination',
    editTitle: (name: string) => `Change ${name}`,
    name: 'Name',
    nameHint: 'As your people call the system: “Order system”.',
    url: 'Address',
    urlHint: 'https. Redirects are not followed, and an answer must come within 15 s.',
    providers: 'From',
    kinds: 'About',
    atLeastOne: 'Choose at least one.',
    noName: 'Enter a name.',
    badUrl: 'Enter an address that begins with https://',
    addUnknown:
      'Close this and look whether it is in the list. If it is, nobody has seen its secret: make a new one there.',
    refused: 'This address is not allowed.',
    add: 'Add destination',
    save: 'Save',
  },
  deleted: 'a deleted destination',
  callbacksFailed: 'Callbacks that failed there',
  /** Where one of them is chosen to be sent to. */
  choice: {
    loading: 'The destinations are being loaded.',
    none: 'There is no destination in this environment.',
    choose: 'Choose a destination.',
    paused: 'Paused: it takes nothing until an admin resumes it.',
    gone: 'The destination that was chosen has been deleted. Choose another.',
  },
  secret: {
    title: (name: string) => `Secret of ${name}`,
    once: 'It is shown this once. Put it where your system checks the signature (webhook-signature).',
    label: 'Signing secret',
    copyWhat: 'signing secret',
    done: 'I have it',
  },
  rotation: {
    title: (name: string) => `New secret for ${name}?`,
    happens: 'From now on it signs with a new secret. The old one signs too for 24 hours, then no more.',
    unknown:
      'Close this and look when its secret was last changed. If that was just now, nobody has seen the new one: make another.',
    submit: 'Make a new secret',
  },
  deletion: {
    title: (name: string) => `Delete ${name}?`,
    happens: (waiting: number) =>
      waiting === 0
        ? 'Nothing more is sent there. What was sent stays in the history.'
        : `${waiting === 1 ? '1 callback that waits' : `${formatCount(waiting)} callbacks that wait`} for it will not be sent there. What was sent stays in the history.`,
    submit: 'Delete destination',
  },
};

import type { components } from '../../../openapi/generated/console.ts';

type Schemas = components['schemas'];
type Words<Key extends string> = Record<Key, string>;

/** What is said on more than one screen. */
export const common = {
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],

  close: 'Close',
  cancel: 'Cancel',
  retry: 'Try again',
  reload: 'Reload',
  loading: 'Loading',
  copy: (what: string) => `Copy ${what}`,
  clear: 'Clear',
  copied: 'Copied',
  none: '–',

  environments: { sandbox: 'Sandbox', staging: 'Staging', production: 'Production' } satisfies Words<
    Schemas['EnvironmentName']
  >,
  environmentTitles: { sandbox: 'Sandbox', staging: 'Staging', production: 'PRODUCTION' } satisfies Words<
    Schemas['EnvironmentName']
  >,
  environmentMeanings: {
    sandbox: 'Our own twin of REM and Fazz on this server. Nothing here is real.',
    staging: 'Test money at REM and Fazz. Nothing here is real.',
    production: 'Real money. Changes here reach customers.',
  } satisfies Words<Schemas['EnvironmentName']>,

  providers: { rem: 'REM', fazz: 'Fazz' } satisfies Words<Schemas['Provider']>,
  statuses: {
    creating: 'Checking',
    open: 'Open',
    awaiting_payment: 'Awaiting payment',
    processing: 'Processing',
    paid: 'Paid',
    expired: 'Expired',
    deleted: 'Deleted',
    failed: 'Failed',
  } satisfies Words<Schemas['PaymentStatus']>,
  checkingWith: (provider: string) => `Checking with ${provider}`,
  claimed: 'Being confirmed',
  claimedMeaning: 'Reported by callback, being confirmed',
  paidLate: 'Paid late',
  settlements: { none: 'Not paid yet', waiting: 'Waiting', settled: 'Settled' } satisfies Words<Schemas['Settlement']>,
  methods: {
    va: 'Virtual account',
    qris: 'QRIS',
    ewallet: 'E-wallet',
    card: 'Card',
    bank_transfer: 'Bank transfer',
    retail_outlet: 'Retail outlet',
  } satisfies Words<Schemas['Method']>,
  methodsShort: {
    va: 'VA',
    qris: 'QRIS',
    ewallet: 'E-wallet',
    card: 'Card',
    bank_transfer: 'Transfer',
    retail_outlet: 'Outlet',
  } satisfies Words<Schemas['Method']>,
  roles: {
    viewer: 'Viewer',
    support: 'Support',
    finance: 'Finance',
    tester: 'Tester',
    admin: 'Admin',
  } satisfies Words<Schemas['Role']>,
  reasons: {
    no_permission: 'Your role does not allow this here.',
    still_creating: 'We are still checking with the provider whether this payment exists.',
    method_chosen: 'The customer has already chosen how to pay.',
    payment_in_progress: 'A payment is in progress.',
    already_paid: 'It is already paid.',
    already_expired: 'It has expired.',
    already_deleted: 'It is already deleted.',
    already_failed: 'It has failed.',
    never_created: 'It was never created at the provider.',
    no_callback_yet: 'The provider has sent no callback for it yet.',
    not_paid_yet: 'It is not paid yet.',
    already_settled: 'It is already settled.',
    not_offered: 'The provider has no such call for this kind of payment.',
    fazz_cannot_resend: 'Fazz has no way to send a callback again. The stored one can be sent to your systems.',
    only_virtual_accounts: 'Fazz cancels only payments by virtual account.',
    being_deleted: 'It is being deleted; we are checking with the provider.',
    being_delivered: 'It is already on its way there, or another callback of its payment is.',
    not_wanted: 'This destination does not take such callbacks.',
    not_parked: 'It has been read already.',
    no_destination: 'There is no active destination to send it to. Callbacks › Destinations has them.',
    no_payment: 'It is about no payment in this console.',
    destination_paused: 'The destination is paused; it takes nothing until an admin resumes it.',
    name_taken: 'Another destination here has this name.',
    too_many_destinations: 'There are as many destinations here as there can be. Delete one first.',
    secret_changed_too_often: 'Its secret was changed too often within a day. Try again tomorrow.',
    order_moved_on: 'The resend is no longer as you saw it.',
    another_order_runs:
      'Another resend to the same provider or destination is running. Wait for its end, or pause or stop it.',
    nothing_to_send: 'There is no callback here that can be sent.',
    too_many_items: 'These are too many for one resend. Narrow the filter.',
    contradicts: 'It contradicts what its provider says otherwise, and nobody has signed it.',
    earlier_waits: 'An earlier callback of this payment waits for this destination.',
  } satisfies Words<Schemas['ActionReason']>,

  mainNavigation: 'Main',
  openNavigation: 'Open navigation',
  skipToContent: 'Skip to the content',
  overview: 'Overview',
  environment: 'Environment',
  chooseEnvironment: (name: string) => `Environment: ${name}. Change`,
  account: (name: string) => `Account of ${name}`,
  languageLabel: 'Language',
  theme: 'Appearance',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  keyboardShortcuts: 'Keyboard shortcuts',
  signOut: 'Sign out',

  find: 'Find by id, receipt, name, amount…',
  findTitle: 'Find a payment',
  findHint: 'Any part of an id, reference, receipt number, name, e-mail, phone number or description, or an amount.',
  findNothing: (q: string) => `Nothing found for “${q}” in this environment.`,
  findAll: 'Show all in the list',

  shortcuts: {
    find: 'Find a payment',
    filter: 'Go to the filter',
    move: 'Move in the list',
    open: 'Open the payment',
    close: 'Close the open payment',
    choose: 'Choose the row, to simulate several',
    create: 'Create what the list is of',
    resend: 'Resend the callback of what is open, or of the row in focus',
    help: 'Show this list',
  },

  stale: {
    title: 'Live updates are interrupted.',
    detail: (since: string) => `What you see may be older than ${since} WIB. Connecting again…`,
  },
};

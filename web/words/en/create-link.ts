import type { components } from '../../../openapi/generated/console.ts';

type Provider = components['schemas']['Provider'];

/** Creating a payment link. */
export const createLink = {
  title: 'Create a payment link',
  noProvider: 'No provider is set up in this environment, so no link can be created here.',

  provider: 'Provider',
  providerDetails: {
    rem: 'You choose methods and banks.',
    fazz: 'Needs e-mail and phone.',
  } satisfies Record<Provider, string>,

  descriptionHints: {
    rem: 'The customer reads it. Letters, digits and spaces.',
    fazz: 'The customer reads it.',
  } satisfies Record<Provider, string>,
  notes: 'Notes',
  notesHint: 'Letters, digits and spaces.',
  referenceHints: {
    rem: 'Letters and digits. Left empty, we make one.',
    fazz: 'Letters, digits, hyphens and underscores. Left empty, we make one.',
  } satisfies Record<Provider, string>,

  who: 'Who pays',
  customerName: 'Name',
  customerNameHints: { rem: 'Letters and spaces.', fazz: '' } satisfies Record<Provider, string>,
  email: (position: number) => (position === 1 ? 'E-mail' : `E-mail ${position}`),
  emailHints: {
    rem: 'REM sends the link to each address, up to three.',
    fazz: 'Fazz sends the link to this address.',
  } satisfies Record<Provider, string>,
  addEmail: 'Add an address',
  removeEmail: (position: number) => `Remove e-mail ${position}`,
  phone: 'Phone',
  phoneHint: '8 to 15 digits, such as 081234567890.',

  amountKind: 'The customer pays',
  amountKinds: { fixed: 'Exactly this amount', open: 'Any amount up to it' },
  openDetail: (least: string) => `${least} or more`,
  feePayer: 'The provider’s fee is paid',
  feePayers: { us: 'By us', customer: 'By the customer' },
  feeDetails: { us: 'Taken off what is settled', customer: 'Added to the amount' },

  methods: 'How it can be paid',
  banks: 'Banks for virtual accounts',
  allBanks: 'All',
  vaNeedsTransfer: 'REM offers virtual accounts only together with bank transfers.',
  transferDetail: 'with a unique code in the amount',
  notAbove: (what: string, limit: string) => `${what} is not offered above ${limit}`,
  notBelow: (what: string, limit: string) => `${what} is not offered below ${limit}`,
  /** The names stand behind these two. */
  noneAbove: (limit: string) => `Not offered above ${limit}`,
  noneBelow: (limit: string) => `Not offered below ${limit}`,
  fazzDecides: 'Fazz offers the methods that are switched on for this account. You cannot choose them here.',
  displayName: 'Name that the payer’s bank shows',
  displayNameHints: { rem: 'Letters, digits and spaces.', fazz: '' } satisfies Record<Provider, string>,

  lifetime: 'The link works for',

  submit: (amount: string | null) => (amount ? `Create link for ${amount}` : 'Create link'),
  submitAndSend: (amount: string) => `Create link for ${amount} and send it`,
  production: 'This is production: the link takes real money.',
  productionEmails: (addresses: string) =>
    `This is production: a real customer gets an e-mail at ${addresses} as soon as you create it.`,

  summary: {
    somebody: 'The customer',
    noAmount: 'an amount still to be entered',
    upTo: (amount: string) => `any amount up to ${amount}`,
    pays: (who: string, amount: string) => `${who} can pay ${amount}`,
    forWhat: (description: string) => ` for ${description}`,
    by: (methods: string) => ` by ${methods}`,
    until: (at: string) => ` until ${at} WIB`,
    feeOnTop: 'The provider’s fee comes on top.',
    sent: (provider: string, addresses: string) => `${provider} sends the link to ${addresses}.`,
    notSent: 'No e-mail is sent: you send the link yourself.',
    noMethod: 'With this amount no chosen method can be offered.',
  },

  /** Names of the fields where errors are listed. */
  fields: {
    provider: 'Provider',
    description: 'Description',
    notes: 'Notes',
    reference: 'Own reference',
    customerName: 'Name',
    emails: 'E-mail',
    phone: 'Phone',
    amountIdr: 'Amount',
    enabledMethods: 'Methods',
    enabledBanks: 'Banks',
    displayName: 'Name at the bank',
    expiresAt: 'End',
  },

  errors: {
    failed: 'The link was not created',
    uncertain: 'We do not know yet whether the link was created',
    uncertainDetail: 'Press the button again: the same link is never created twice.',
    taken: 'This reference is taken by another payment. Choose another or leave it empty.',
    byField: {
      'customerName.required': 'Enter the customer’s name.',
      'customerName.pattern': 'Letters and spaces only: REM takes no digits, dots or hyphens.',
      'description.pattern': 'Letters, digits and spaces only: REM takes no other characters.',
      'notes.pattern': 'Letters, digits and spaces only: REM takes no other characters.',
      'displayName.pattern': 'Letters, digits and spaces only: REM takes no other characters.',
      'reference.pattern': 'Some characters in it are not allowed in a reference.',
      'emails.required': 'Enter an e-mail address: Fazz sends the link there.',
      'emails.too_few': 'Enter an e-mail address: Fazz sends the link there.',
      'emails.format': 'This is not an e-mail address.',
      'emails.not_unique': 'The same address is here twice.',
      'phone.required': 'Enter a phone number: Fazz asks for one.',
      'phone.pattern': 'Digits only.',
      'phone.too_short': 'At least 8 digits.',
      'phone.too_long': 'At most 15 digits.',
      'amountIdr.required': 'Enter the amount.',
      'enabledMethods.too_few': 'Choose at least one method.',
      'enabledMethods.not_allowed': 'REM offers virtual accounts only together with bank transfers.',
      'enabledBanks.too_few': 'Choose at least one bank, or switch virtual accounts off.',
      'expiresAt.required': 'Choose when the link ends.',
      'expiresAt.format': 'Enter day and time in full.',
    } as Record<string, string>,
  },

  leavingTitle: 'Leave without creating the link?',

  result: {
    created: 'Link created',
    failed: 'The link was not created',
    creatingDetail: (provider: string) =>
      `${provider} has not answered yet. This page shows the link by itself as soon as it is clear, and you may leave: the list shows it too. Do not create it again.`,
    sentTo: (provider: string, addresses: string) => `${provider} sends it to ${addresses}.`,
  },
};

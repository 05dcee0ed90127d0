import type { components } from '../../../openapi/generated/console.ts';

type Method = components['schemas']['CreateOneTimePaymentInput']['method'];

/** Creating a one-time payment. */
export const createOneTime = {
  title: 'Create a one-time payment',
  noProvider: 'Fazz is not set up in this environment, so no one-time payment can be created here.',

  how: 'How it is paid',
  method: 'The customer pays by',
  methods: {
    va: 'Virtual account',
    qris: 'QRIS',
    ewallet: 'E-wallet',
    retail_outlet: 'Retail outlet',
  } satisfies Record<Method, string>,
  methodDetails: {
    va: 'Transfers to an account number made for this payment.',
    qris: 'Scans a QR code with any bank or wallet app.',
    ewallet: 'Opens ShopeePay or OVO by a link.',
    retail_outlet: 'Tells a payment code at the counter.',
  } satisfies Record<Method, string>,
  bank: 'Bank',
  outlet: 'Outlet',
  wallet: 'Wallet',

  displayName: 'Name that the customer sees',
  displayNameHints: {
    va: 'As the name of the account. Letters, digits and spaces.',
    qris: 'Letters, digits and spaces.',
    retail_outlet: 'On the receipt. Letters, digits and spaces.',
  },
  suffixNumber: 'End of the account number',
  suffixNumberHint: 'Digits that you wish for. Not every bank takes them; then Fazz refuses.',
  returnUrl: 'Page after the payment',
  returnUrlHint: 'The wallet sends the customer there, for example to your shop. Begins with https://.',

  rangeFor: (what: string, least: string, most: string) => `${what}: ${least} to ${most}`,
  walletLimit: (most: string, verified: string) =>
    `Up to ${most}; a customer whose wallet is not verified can pay up to ${verified}`,

  descriptionHint: 'Stands in the list, at Fazz and in the message to the customer.',
  referenceHint: 'Letters, digits, hyphens and underscores. Left empty, we make one.',

  lifetime: 'It can be paid for',

  submit: (amount: string | null) => (amount ? `Create payment of ${amount}` : 'Create payment'),
  production: 'This is production: the customer pays real money.',

  summary: {
    noAmount: 'an amount still to be entered',
    va: (amount: string, bank: string) => `The customer transfers ${amount} to a ${bank} virtual account`,
    named: (name: string) => ` in the name of ${name}`,
    qris: (amount: string) => `The customer scans a QR code and pays ${amount}`,
    to: (name: string) => ` to ${name}`,
    ewallet: (amount: string, wallet: string) => `The customer pays ${amount} with ${wallet}`,
    retail_outlet: (amount: string, outlet: string) =>
      `The customer pays ${amount} at any ${outlet} with a payment code`,
    until: (at: string) => ` until ${at} WIB`,
    afterwards: (url: string) => `Afterwards the customer comes to ${url}.`,
    notSent: 'Nothing is sent: you tell the customer yourself how to pay, with a message that is ready to send.',
  },

  fields: {
    method: 'Method',
    bank: 'Bank',
    outlet: 'Outlet',
    wallet: 'Wallet',
    displayName: 'Name that the customer sees',
    suffixNumber: 'End of the account number',
    returnUrl: 'Page after the payment',
    amountIdr: 'Amount',
    description: 'Description',
    reference: 'Own reference',
    expiresAt: 'End',
    minutes: 'Minutes',
  },

  errors: {
    failed: 'The payment was not created',
    uncertain: 'We do not know yet whether the payment was created',
    uncertainDetail: 'Press the button again: the same payment is never created twice.',
    taken: 'This reference is taken by another payment. Choose another or leave it empty.',
    byField: {
      'displayName.required': 'Enter a name.',
      'displayName.pattern': 'Letters, digits and spaces only.',
      'suffixNumber.pattern': 'Digits only.',
      'returnUrl.required': 'Enter where the customer goes after paying.',
      'returnUrl.pattern': 'Begin with https://.',
      'returnUrl.format': 'This is not a web address.',
      'amountIdr.required': 'Enter the amount.',
      'amountIdr.too_small_for_method': (limit: string) => `At least ${limit}.`,
      'amountIdr.too_large_for_method': (limit: string) => `At most ${limit}.`,
      'reference.pattern': 'Letters, digits, hyphens and underscores only.',
      'expiresAt.required': 'Choose when it ends.',
      'expiresAt.format': 'Enter day and time in full.',
      'minutes.required': 'Enter how many minutes.',
      'minutes.format': 'Enter a whole number of minutes.',
      'minutes.in_past': 'At least 1 minute.',
      'minutes.too_soon': 'At least 1 minute.',
      'minutes.too_far': 'At most 60 minutes.',
    } as Record<string, string | ((limit: string) => string)>,
  },

  leavingTitle: 'Leave without creating the payment?',

  result: {
    created: 'Payment created',
    failed: 'The payment was not created',
    creatingDetail: (provider: string) =>
      `${provider} has not answered yet. This page shows how to pay as soon as it is clear, and you may leave: the list shows it too. Do not create it again.`,
  },
};

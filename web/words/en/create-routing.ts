/** Creating a QRIS routing. */
export const createRouting = {
  title: 'Create a QRIS routing',
  noProvider: 'REM is not set up in this environment, so no QRIS routing can be created here.',

  where: 'Where the customer scans',
  whereLabel: 'REM gives us',
  whereChoices: { here: 'The QR code itself', hosted: 'A page with the QR code' },
  whereDetails: {
    here: 'You show, print or send the image.',
    hosted: 'REM shows the code on a page of its own; you send its address.',
  },

  which: 'How to find it again',
  partnerUserId: 'Customer id',
  partnerUserIdHint: 'Your own id of the customer, such as a member number. REM sends it back with the payment.',
  email: 'Customer’s e-mail',
  emailHint: 'REM keeps it with the payment. Its documents do not say that it writes to it.',
  referenceHint: 'Letters, digits, hyphens and underscores. Left empty, we make one.',

  lifetime: 'The QR code works for',

  submit: (amount: string | null) => (amount ? `Create QR for ${amount}` : 'Create QR'),
  production: 'This is production: whoever scans the code pays real money.',

  summary: {
    noAmount: 'an amount still to be entered',
    here: (amount: string) => `Whoever scans the QR code pays ${amount}`,
    hosted: (amount: string) => `REM’s page shows a QR code; whoever scans it pays ${amount}`,
    until: (at: string) => ` until ${at} WIB`,
    hereSent: 'Nothing is sent: you show the code to the customer yourself.',
    hostedSent: 'Nothing is sent: you give the customer the page’s address yourself.',
    once: 'The code takes one payment of exactly this amount.',
  },

  fields: {
    amountIdr: 'Amount',
    where: 'Where the customer scans',
    reference: 'Own reference',
    partnerUserId: 'Customer id',
    email: 'Customer’s e-mail',
    minutes: 'Minutes',
  },

  errors: {
    failed: 'The QRIS routing was not created',
    uncertain: 'We do not know yet whether the QRIS routing was created',
    uncertainDetail: 'Press the button again: the same one is never created twice.',
    taken: 'This reference is taken by another payment. Choose another or leave it empty.',
    byField: {
      'amountIdr.required': 'Enter the amount.',
      'reference.pattern': 'Letters, digits, hyphens and underscores only.',
      'partnerUserId.pattern': 'Letters, digits and the signs _ . @ - only, without spaces.',
      'email.format': 'This is not an e-mail address.',
      'minutes.required': 'Enter how many minutes.',
      'minutes.format': 'Enter a whole number of minutes.',
      'minutes.in_past': 'At least 1 minute.',
      'minutes.too_soon': 'At least 1 minute.',
      'minutes.too_far': 'At most 60 minutes.',
    } as Record<string, string>,
  },

  leavingTitle: 'Leave without creating the QRIS routing?',

  result: {
    created: 'QRIS routing created',
    failed: 'The QRIS routing was not created',
    creatingDetail: (provider: string) =>
      `${provider} has not answered yet. This page shows the QR code by itself as soon as it is clear, and you may leave: the list shows it too. Do not create it again.`,
  },
};

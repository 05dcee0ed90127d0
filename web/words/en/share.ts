/** Handing a payment to the customer: what to pay with, and a message that says so. */
export const share = {
  title: 'Send to the customer',
  payWith: 'What the customer pays with',
  ended: 'This can no longer be paid.',

  payerPage: 'Payer page',
  walletPage: (wallet: string) => `Page in ${wallet}`,
  walletApp: (wallet: string) => `Opens the ${wallet} app`,
  openPage: 'Open it in a new tab',
  copyAddress: 'Copy link',

  accountNumber: (bank: string) => `${bank} virtual account`,
  accountName: 'Account name',
  paymentCode: (outlet: string) => `Payment code for ${outlet}`,
  displayName: 'Shown as',
  copyNumber: 'Copy number',
  copyCode: 'Copy code',

  qr: 'QR code',
  qrOf: (url: string) => `QR code of ${url}`,
  qrHint: 'Opens the payer page when scanned with a phone’s camera.',
  fileName: (reference: string) => `payment-${reference}`,
  download: 'Download',
  print: 'Print',

  qris: 'QRIS code',
  qrisOf: (amount: string) => `QRIS code for ${amount}`,
  qrisReference: 'Reference',
  until: (at: string) => `Until ${at} WIB`,
  qrisLeft: (time: string) => `${time} left`,
  qrisNotLoaded: 'The QR code is not loaded yet.',
  qrisFailed: 'The QR code could not be loaded',
  over: {
    paid: 'It is paid',
    expired: 'It has expired',
    deleted: 'It is deleted',
    failed: 'It has failed',
  },
  overDetail: {
    paid: 'It takes no second payment.',
    expired: (at: string) => `Its time was over at ${at} WIB. Nobody can pay with it any more.`,
    other: 'Nobody can pay with it any more.',
  },

  message: 'Message to the customer',
  messageLanguage: 'Language of the message',
  copyMessage: 'Copy message',
  sendByWhatsApp: 'WhatsApp',
  sendByEmail: 'E-mail',
  attachQr: 'Download the QR code and attach it: WhatsApp and e-mail open with the text alone.',
};

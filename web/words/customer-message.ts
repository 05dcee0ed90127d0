import { formatAmountIdr } from '../format/money.ts';
import { dayOf, formatClock } from '../format/time.ts';
import type { Language } from './words.tsx';

/** What a customer pays by: a page, a QR code, an account number, a code for a counter, an e-wallet. */
export type PayBy =
  | { way: 'page'; url: string }
  | { way: 'qr' }
  | { way: 'account'; bank: string; accountNumber: string; accountName: string | null }
  | { way: 'outlet'; outlet: string; paymentCode: string; shownAs: string | null }
  | { way: 'wallet'; wallet: string; url: string; appUrl: string | null };

/** What a message to the customer tells of a payment. Amounts are whole rupiah; `expiresAt` is RFC 3339. */
export interface MessageFacts {
  customerName: string | null;
  description: string | null;
  amountIdr: number;
  isOpenAmount: boolean;
  by: PayBy;
  expiresAt: string | null;
}

const months: Record<Language, readonly string[]> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  id: 'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(' '),
};

/** A customer keeps a message for long, so the day has its month in full and its year. */
function longDay(instant: string, language: Language): string {
  const [year = '', month = '', date = ''] = dayOf(instant).split('-');
  return `${Number(date)} ${months[language][Number(month) - 1]} ${year}`;
}

/** A plain space: a message is pasted into other programs, where a space that does not break may look odd. */
function plainAmount(amountIdr: number): string {
  return formatAmountIdr(amountIdr).replace('\u00a0', ' ');
}

/** The subject line of an e-mail that carries the message. */
export function messageSubject({ amountIdr, description }: MessageFacts, language: Language): string {
  const what = { en: 'Payment of', id: 'Pembayaran' }[language];
  return `${what} ${plainAmount(amountIdr)}${description ? `: ${description}` : ''}`;
}

/** A message ready to send by WhatsApp or e-mail, in the customer's language and not the reader's. */
export function messageText(facts: MessageFacts, language: Language): string {
  return { en: english, id: indonesian }
    [language](facts)
    .filter((part) => part !== null)
    .join('\n\n');
}

type Parts = (string | null)[];

function english({ customerName, description, amountIdr, isOpenAmount, by, expiresAt }: MessageFacts): Parts {
  const amount = `${isOpenAmount ? 'up to ' : ''}${plainAmount(amountIdr)}${description ? ` for ${description}` : ''}`;
  const end = expiresAt && `${longDay(expiresAt, 'en')}, ${formatClock(expiresAt)} WIB`;
  return [
    customerName ? `Hello ${customerName},` : 'Hello,',
    ...englishWay(by, amount),
    end && englishEnd(by, end),
    'Thank you.',
  ];
}

function englishWay(by: PayBy, amount: string): Parts {
  if (by.way === 'page') return [`You can pay ${amount} here:\n${by.url}`];
  if (by.way === 'qr')
    return [`You can pay ${amount} with the attached QRIS code: scan it with any bank or wallet app.`];
  if (by.way === 'wallet') return [`You can pay ${amount} with ${by.wallet} here:\n${by.url}`];
  if (by.way === 'account') {
    const name = by.accountName && `\nName: ${by.accountName}`;
    return [
      `Please transfer exactly ${amount} to this virtual account:`,
      `${by.bank} ${by.accountNumber}${name ?? ''}`,
    ];
  }
  const name = by.shownAs && `\nShown as: ${by.shownAs}`;
  return [
    `You can pay ${amount} at any ${by.outlet}. Tell the cashier this payment code:`,
    `${by.paymentCode}${name ?? ''}`,
  ];
}

function englishEnd(by: PayBy, end: string): string {
  if (by.way === 'account') return `Please pay before ${end}; after that the account takes no payment.`;
  const what = { page: 'link', qr: 'QR code', outlet: 'code', wallet: 'link' }[by.way];
  return `The ${what} works until ${end}.`;
}

function indonesian({ customerName, description, amountIdr, isOpenAmount, by, expiresAt }: MessageFacts): Parts {
  const amount = `${isOpenAmount ? 'hingga ' : 'sebesar '}${plainAmount(amountIdr)}${description ? ` untuk ${description}` : ''}`;
  const end = expiresAt && `${longDay(expiresAt, 'id')} pukul ${formatClock(expiresAt)} WIB`;
  return [
    customerName ? `Halo ${customerName},` : 'Halo,',
    ...indonesianWay(by, amount),
    end && indonesianEnd(by, end),
    'Terima kasih.',
  ];
}

function indonesianWay(by: PayBy, amount: string): Parts {
  const payment = `Pembayaran ${amount} dapat dilakukan`;
  if (by.way === 'page') return [`${payment} melalui tautan berikut:\n${by.url}`];
  if (by.way === 'qr')
    return [`${payment} dengan kode QRIS terlampir: pindai dengan aplikasi bank atau dompet digital apa saja.`];
  if (by.way === 'wallet') return [`${payment} dengan ${by.wallet} melalui tautan berikut:\n${by.url}`];
  if (by.way === 'account') {
    const name = by.accountName && `\nAtas nama: ${by.accountName}`;
    return [
      `${payment} dengan transfer ke virtual account berikut, persis sebesar nominal tersebut:`,
      `${by.bank} ${by.accountNumber}${name ?? ''}`,
    ];
  }
  const name = by.shownAs && `\nTampil sebagai: ${by.shownAs}`;
  return [
    `${payment} di ${by.outlet} mana saja. Sebutkan kode pembayaran ini kepada kasir:`,
    `${by.paymentCode}${name ?? ''}`,
  ];
}

function indonesianEnd(by: PayBy, end: string): string {
  if (by.way === 'account') return `Mohon dibayar sebelum ${end}; setelah itu rekening tidak menerima pembayaran.`;
  const what = { page: 'Tautan', qr: 'Kode QR', outlet: 'Kode', wallet: 'Tautan' }[by.way];
  return `${what} berlaku sampai ${end}.`;
}

import { formatAmountIdr } from '../format/money.ts';
import { dayOf, formatClock } from '../format/time.ts';
import type { Language } from './words.tsx';

/** What a message to the customer tells of a link. Amounts are whole rupiah; `expiresAt` is RFC 3339. */
export interface MessageFacts {
  customerName: string | null;
  description: string | null;
  amountIdr: number;
  isOpenAmount: boolean;
  url: string;
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
  return { en: english, id: indonesian }[language](facts);
}

function english({ customerName, description, amountIdr, isOpenAmount, url, expiresAt }: MessageFacts): string {
  const amount = `${isOpenAmount ? 'up to ' : ''}${plainAmount(amountIdr)}`;
  const parts = [
    customerName ? `Hello ${customerName},` : 'Hello,',
    `You can pay ${amount}${description ? ` for ${description}` : ''} here:\n${url}`,
    expiresAt ? `The link works until ${longDay(expiresAt, 'en')}, ${formatClock(expiresAt)} WIB.` : null,
    'Thank you.',
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

function indonesian({ customerName, description, amountIdr, isOpenAmount, url, expiresAt }: MessageFacts): string {
  const amount = `${isOpenAmount ? 'hingga ' : 'sebesar '}${plainAmount(amountIdr)}`;
  const parts = [
    customerName ? `Halo ${customerName},` : 'Halo,',
    `Pembayaran ${amount}${description ? ` untuk ${description}` : ''} dapat dilakukan melalui tautan berikut:\n${url}`,
    expiresAt ? `Tautan berlaku sampai ${longDay(expiresAt, 'id')} pukul ${formatClock(expiresAt)} WIB.` : null,
    'Terima kasih.',
  ];
  return parts.filter((part) => part !== null).join('\n\n');
}

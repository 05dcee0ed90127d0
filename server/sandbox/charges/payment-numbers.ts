import { randomInt } from 'node:crypto';
import type { Charge, Method } from './charge.ts';
import { amountDueIdr } from './offer.ts';
import { qrisPayload } from './qris-payload.ts';

const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
const alphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const letters = (count: number) => Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');

/** REM's transaction number in the manner of its sample `20097G1X2329` (providers.md A.8): year, day, then random. */
export const mintTxRefNumber = (at: string) => `${at.slice(2, 4)}${at.slice(5, 7)}${at.slice(8, 10)}${letters(6)}`;

/** What the payer types in or scans for this method; null where nothing is needed. */
export function mintPayCode(charge: Charge, method: Method): string | null {
  if (method === 'va') return `8558${digits(12)}`;
  if (method === 'bank_transfer') return digits(10);
  if (method === 'retail_outlet') return digits(7);
  if (method === 'qris') {
    const { amountIdr, isOpenAmount } = charge.order;
    return qrisPayload(isOpenAmount ? null : amountDueIdr(charge, method, amountIdr), digits(12));
  }
  return null;
}

/**
 * The number on the payer's QRIS receipt and what REM keeps of it. OVO prints a longer code, of which only the first
 * 12 characters are the payment reference number (rem-payment-link-status.txt).
 */
export function mintReceipt(application: string | null): { receiptNumber: string; paymentReferenceNumber: string } {
  const receiptNumber = application === 'ovo' ? `${digits(12)}${letters(8)}` : digits(12);
  return { receiptNumber, paymentReferenceNumber: receiptNumber.slice(0, 12) };
}

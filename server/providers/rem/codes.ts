/** REM's words for methods and banks, and ours (providers.md A.3, A.4). */
import type { components } from '../../../openapi/generated/console.ts';

type RemMethod = components['schemas']['RemMethod'];
type RemBank = components['schemas']['RemBank'];

export const bankCodes: Record<RemBank, string> = {
  bri: '002',
  mandiri: '008',
  bni: '009',
  permata: '013',
  bca: '014',
  cimb: '022',
  smbc: '213',
  bsi: '451',
};

/** In list_disabled_payment_methods. Cards are CREDIT_CARD here, but CC in answers. */
export const disablableMethods: Record<RemMethod, string> = {
  va: 'VA',
  qris: 'QRIS',
  ewallet: 'EWALLET',
  card: 'CREDIT_CARD',
  bank_transfer: 'BANK_TRANSFER',
};

/** In answers and callbacks. */
export const usedMethods: Record<RemMethod, string> = { ...disablableMethods, card: 'CC' };

/** Our code for REM's word, ignoring case and blanks; null when REM's word is none of the table's. */
export function ourWord<Ours extends string>(table: Record<Ours, string>, theirs: string): Ours | null {
  const wanted = theirs.trim().toUpperCase();
  for (const ours in table) if (table[ours].toUpperCase() === wanted) return ours;
  return null;
}

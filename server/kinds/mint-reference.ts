import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: no I, L, O, U, so that a reference can be read out on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const dayInJakarta = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Jakarta',
  year: '2-digit',
  month: '2-digit',
  day: '2-digit',
});

/**
 * A new reference: TL, the day in WIB, eight random characters (40 bits). Letters and digits only, because REM takes
 * nothing else in partner_tx_id (providers.md A.3).
 */
export function mintReference(now: Date): string {
  const parts = Object.fromEntries(dayInJakarta.formatToParts(now).map(({ type, value }) => [type, value]));
  const random = Array.from(randomBytes(8), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `TL${parts.year}${parts.month}${parts.day}${random}`;
}

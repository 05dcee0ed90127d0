/** WIB is UTC+7 all year, so a shift is all that it takes; no zone database and no TZ of the process is involved. */
const wibOffsetMs = 7 * 60 * 60 * 1000;

const shifted = (at: string) => new Date(Date.parse(at) + wibOffsetMs).toISOString();

/** `2026-11-20T16:25:33`: REM's status and callback (providers.md A.16). */
export const wibIsoLocal = (at: string) => shifted(at).slice(0, 19);

/** `2026-11-20 16:25:33`: REM's GET and its inputs (providers.md A.16). */
export const wibLocal = (at: string) => wibIsoLocal(at).replace('T', ' ');

/** `2026-11-20 16:25:33 +0700`: Fazz payment links (fazz-payment-link.txt). */
export const fazzTime = (at: string) => `${wibLocal(at)} +0700`;

/** `2026-11-20T16:25:33+07:00`: when a Fazz payment was made (fazz-one-time-payment.txt). */
export const wibOffsetTime = (at: string) => `${wibIsoLocal(at)}+07:00`;

/** `2026-11-20T09:25:33Z`: when a Fazz payment expires (fazz-one-time-payment.txt). */
export const utcTime = (at: string) => `${at.slice(0, 19)}Z`;

/** Reads `yyyy-MM-dd HH:mm:ss` as WIB; null when it is malformed or no such day or time exists. */
export function parseWibLocal(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const ms = Date.parse(`${text.replace(' ', 'T')}+07:00`);
  if (Number.isNaN(ms)) return null;
  const at = new Date(ms).toISOString();
  return wibLocal(at) === text ? at : null;
}

/** 15:00 WIB of the day after: when money of non-realtime methods is settled (rem-payment-link.txt, callbacks). */
export function nextDayAt15Wib(at: string): string {
  const midnightMs = Date.parse(`${wibLocal(at).slice(0, 10)}T00:00:00+07:00`);
  return new Date(midnightMs + (24 + 15) * 60 * 60 * 1000).toISOString();
}

/** `20 Nov 2026, 16.25 WIB`: for the payer, in Bahasa Indonesia. */
export function wibForPayer(at: string): string {
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
  const local = shifted(at);
  return `${Number(local.slice(8, 10))} ${months[Number(local.slice(5, 7)) - 1]} ${local.slice(0, 4)}, ${local.slice(11, 16).replace(':', '.')} WIB`;
}

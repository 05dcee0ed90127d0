/** WIB (Asia/Jakarta) has been UTC+7 without summer time since 1964. */
const wibMs = 7 * 3_600_000;

const form = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(\.\d{1,9})? ?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads what providers write: `2026-11-20T16:25:33`, with a blank for the T, with a fraction, with `Z`, `+07:00` or ` +0700`.
 * A time without zone is WIB when `bare` says so. A zone that is written is taken at its word, also REM's `Z`: in REM's
 * samples it is a generator's default (providers.md A.7), but in a message it can only mean UTC. RFC 3339 in UTC, or null.
 */
export function readInstant(text: string, bare: 'wib' | 'unreadable'): string | null {
  const [, year, month, day, hour, minute, second, fraction = '', zone] = form.exec(text.trim()) ?? [];
  if (year === undefined || (zone === undefined && bare === 'unreadable')) return null;
  const local = `${year}-${month}-${day}T${hour}:${minute}:${second}${fraction.slice(0, 4)}`;
  const asUtc = new Date(`${local}Z`);
  // Date takes 30 February for 2 March.
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== local.slice(0, 10)) return null;
  const offsetMs = zone === undefined ? wibMs : readOffset(zone);
  if (offsetMs === null) return null;
  const instant = new Date(asUtc.getTime() - offsetMs).toISOString();
  // Year 0 (an unset time of Go, in WIB) and years of five digits are no RFC 3339.
  return /^(?!0000)\d{4}-/.test(instant) ? instant : null;
}

function readOffset(zone: string): number | null {
  if (zone.toUpperCase() === 'Z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** An RFC 3339 instant as `yyyy-MM-dd HH:mm:ss` in WIB, the fraction of a second cut off. */
export function wibDateTime(instant: string): string {
  return new Date(Date.parse(instant) + wibMs).toISOString().slice(0, 19).replace('T', ' ');
}

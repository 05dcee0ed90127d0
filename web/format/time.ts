/** WIB (Asia/Jakarta) is UTC+7 all year and always was since 1988, so that no time zone database is needed. */
const WIB_OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** Twelve short names of the months, January first. */
export type MonthNames = readonly string[];

/** A Date whose UTC fields are the wall clock in WIB. */
function wallClock(instant: string | number | Date): Date {
  return new Date(new Date(instant).getTime() + WIB_OFFSET_MS);
}

const two = (value: number) => String(value).padStart(2, '0');

/** An instant as its calendar day in WIB: `2026-11-20`. */
export function dayOf(instant: string | number | Date): string {
  return wallClock(instant).toISOString().slice(0, 10);
}

/** The day that lies `days` after another (negative: before); both as `2026-11-20`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** `20 Nov`, or `20 Nov 2025` when the year is not the one of `now`. Takes a day as `2026-11-20`. */
export function formatDay(day: string, months: MonthNames, now: number): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(date)} ${months[Number(month) - 1] ?? month}`;
  return year === dayOf(now).slice(0, 4) ? words : `${words} ${year}`;
}

/** `20 Nov, 14:02` in WIB; with the year when it is not the one of `now`. */
export function formatMinute(instant: string, months: MonthNames, now: number): string {
  return `${formatDay(dayOf(instant), months, now)}, ${formatClock(instant)}`;
}

/** `20 Nov, 14:02:09` in WIB. */
export function formatSecond(instant: string, months: MonthNames, now: number): string {
  return `${formatMinute(instant, months, now)}:${two(wallClock(instant).getUTCSeconds())}`;
}

/** `14:02` in WIB. */
export function formatClock(instant: string | number): string {
  const clock = wallClock(instant);
  return `${two(clock.getUTCHours())}:${two(clock.getUTCMinutes())}`;
}

/** `14:02:09` in WIB. */
export function formatClockSecond(instant: string | number): string {
  return `${formatClock(instant)}:${two(wallClock(instant).getUTCSeconds())}`;
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', DAY_MS],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** Making one takes longer than all else that a row shows. */
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();

function relativeFormat(language: string): Intl.RelativeTimeFormat {
  const known = relativeFormats.get(language);
  if (known) return known;
  const made = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  relativeFormats.set(language, made);
  return made;
}

/** `5 minutes ago`, `in 3 hours`, `yesterday`; only ever beside the absolute time. */
export function formatRelative(instant: string, language: string, now: number): string {
  const words = relativeFormat(language);
  const distanceMs = Date.parse(instant) - now;
  for (const [unit, sizeMs] of STEPS) {
    if (Math.abs(distanceMs) >= sizeMs) return words.format(Math.trunc(distanceMs / sizeMs), unit);
  }
  return words.format(0, 'second');
}

import { type FieldError, problem } from '../http/problems.ts';
import { dayOf, endOfDay, startOfDay } from '../payments/wib-day.ts';
import type { ImportRun, Range } from './import-run.ts';

const dayMs = 86_400_000;

/** Beyond it, a slip of the keyboard in the year would ask Fazz for decades. */
const longestDays = 366;

/** The instants of a range of WIB days, the last day included. Throws invalid-request for a day that no calendar has. */
export function rangeOf({ from, to }: Pick<ImportRun, 'from' | 'to'>): Range {
  return { startsAt: startOfDay(from, 'from'), endsAt: endOfDay(to, 'to') };
}

/** As rangeOf. Throws invalid-request also when the range ends before it begins or after today, or is longer than 366 days. */
export function checkRange(days: Pick<ImportRun, 'from' | 'to'>, now: Date): Range {
  const range = rangeOf(days);
  const [error] = errorsOf(days, range, dayOf(now));
  if (error) throw problem('invalid-request', { detail: error.detail, errors: [error] });
  return range;
}

function errorsOf({ from, to }: Pick<ImportRun, 'from' | 'to'>, range: Range, today: string): FieldError[] {
  const days = (range.endsAt.getTime() - range.startsAt.getTime()) / dayMs;
  if (to < from) return [{ field: 'to', code: 'too_soon', limit: from, detail: `to must not lie before ${from}` }];
  if (to > today) return [{ field: 'to', code: 'too_far', limit: today, detail: `to must not lie after ${today}` }];
  if (days > longestDays)
    return [{ field: 'from', code: 'too_far', limit: longestDays, detail: `at most ${longestDays} days at once` }];
  return [];
}

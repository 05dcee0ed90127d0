import type { PaidPeriod } from '../../api/overview.ts';
import { dayOf, formatClock, formatDay } from '../../format/time.ts';
import { useWords } from '../../words/words.tsx';
import { weekdayOf } from './week-days.ts';

/** What each period is compared with, in words: `last Friday by 14:02`. `asOf` is an instant, RFC 3339. */
export function useComparedWords(asOf: string): Record<PaidPeriod['name'], string> {
  const { overview } = useWords();
  const weekday = overview.weekdays[weekdayOf(dayOf(asOf))] ?? '';
  const clock = formatClock(asOf);
  return { today: overview.compared.today(weekday, clock), week: overview.compared.week(weekday, clock) };
}

/** Names a day as `Fri 20 Nov`; the year only where it is not that of `today`. Both as `2026-11-20`. */
export function useDayWords(today: string): (day: string) => string {
  const { common, overview } = useWords();
  return (day) => `${overview.weekdaysShort[weekdayOf(day)]} ${formatDay(day, common.months, Date.parse(today))}`;
}

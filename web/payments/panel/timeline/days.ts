import { addDays, dayOf, formatDay } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import type { Entry } from './entry.ts';

export interface Day {
  /** `2026-11-20`, in WIB. */
  day: string;
  entries: Entry[];
}

/** The entries by their day in WIB, in the order in which they come. */
export function byDay(entries: readonly Entry[]): Day[] {
  const days: Day[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const latest = days.at(-1);
    if (latest?.day === day) latest.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** "Today, 20 Nov", "Yesterday, 19 Nov", "18 Nov". `now` is in ms. */
export function describeDay(words: Catalogue, day: string, now: number): string {
  const { timeline } = words.payment;
  const date = formatDay(day, words.common.months, now);
  const today = dayOf(now);
  if (day === today) return timeline.today(date);
  return day === addDays(today, -1) ? timeline.yesterday(date) : date;
}

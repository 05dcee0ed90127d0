import type { PaidPeriod } from '../../api/overview.ts';
import { addDays } from '../../format/time.ts';
import { nothingPaid, type Paid } from './paid.ts';

const DAYS_OF_A_WEEK = 7;

/** One day of this week, beside the same weekday of the week before; both as `2026-11-20`. */
export interface WeekDay {
  day: string;
  comparedDay: string;
  paid: Paid;
  /** `today` is compared up to the same time of day; `ahead` has nothing yet. */
  when: 'past' | 'today' | 'ahead';
}

/** The seven days of the week, those that are still ahead included, so that a week always looks like one. */
export function weekDays(week: PaidPeriod, today: string): WeekDay[] {
  return Array.from({ length: DAYS_OF_A_WEEK }, (_, index) => {
    const day = addDays(week.from, index);
    const when = day === today ? 'today' : day < today ? 'past' : 'ahead';
    return {
      day,
      comparedDay: addDays(day, -DAYS_OF_A_WEEK),
      paid: week.days.find((known) => known.day === day) ?? nothingPaid,
      when,
    };
  });
}

/** The weekday of a day as `2026-11-20`: 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(day).getUTCDay();
}

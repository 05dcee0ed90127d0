import { describe, expect, it } from 'vitest';
import type { PaidPeriod } from '../../api/overview.ts';
import { weekDays, weekdayOf } from './week-days.ts';

function paid(day: string, count: number) {
  return { day, count, amountIdr: count * 10_000, comparedCount: 1, comparedAmountIdr: 10_000 };
}

const week: PaidPeriod = {
  name: 'week',
  from: '2026-12-28',
  to: '2026-12-30',
  compared: { from: '2026-12-21', to: '2026-12-23' },
  days: [paid('2026-12-28', 3), paid('2026-12-29', 0), paid('2026-12-30', 2)],
  groups: [],
};

describe('The days of this week', () => {
  it('are seven from Monday on, also across a new year', () => {
    const days = weekDays(week, '2026-12-30');
    expect(days.map(({ day }) => day.slice(5))).toEqual([
      '12-28',
      '12-29',
      '12-30',
      '12-31',
      '01-01',
      '01-02',
      '01-03',
    ]);
    expect(days.map(({ day }) => weekdayOf(day))).toEqual([1, 2, 3, 4, 5, 6, 0]);
  });

  it('stand beside the same weekday a week before', () => {
    for (const { day, comparedDay } of weekDays(week, '2026-12-30'))
      expect(weekdayOf(comparedDay)).toBe(weekdayOf(day));
    expect(weekDays(week, '2026-12-30').at(-1)?.comparedDay).toBe('2026-12-27');
  });

  it('know which of them are over, which one is today and which are ahead', () => {
    const days = weekDays(week, '2026-12-30');
    expect(days.map(({ when }) => when)).toEqual(['past', 'past', 'today', 'ahead', 'ahead', 'ahead', 'ahead']);
    expect(days.map(({ paid: { count } }) => count)).toEqual([3, 0, 2, 0, 0, 0, 0]);
  });
});

import { addDays, dayOf } from '../../format/time.ts';
import type { DaysFilter } from './payment-search.ts';

/** First and last day, both included, in WIB. */
export interface DayRange {
  from: string;
  to: string;
}

const past = ['today', 'yesterday', 'last7', 'last30', 'thisMonth', 'lastMonth'] as const;
const coming = ['today', 'tomorrow', 'next7', 'last7', 'last30'] as const;
export type Preset = (typeof past | typeof coming)[number];

/** The named ranges that make sense of each sort of days. */
export const presetsOf: Record<DaysFilter, readonly Preset[]> = { created: past, paid: past, settles: coming };

/** The days that a preset means at the instant `now` (ms). */
export function rangeOf(preset: Preset, now: number): DayRange {
  const today = dayOf(now);
  const tomorrow = addDays(today, 1);
  const yesterday = addDays(today, -1);
  const monthStart = `${today.slice(0, 8)}01`;
  const lastMonthEnd = addDays(monthStart, -1);
  const ranges: Record<Preset, DayRange> = {
    today: { from: today, to: today },
    yesterday: { from: yesterday, to: yesterday },
    tomorrow: { from: tomorrow, to: tomorrow },
    last7: { from: addDays(today, -6), to: today },
    last30: { from: addDays(today, -29), to: today },
    next7: { from: tomorrow, to: addDays(today, 7) },
    thisMonth: { from: monthStart, to: today },
    lastMonth: { from: `${lastMonthEnd.slice(0, 8)}01`, to: lastMonthEnd },
  };
  return ranges[preset];
}

/** The preset that means exactly these days now, if there is one; on the first of a month "today" is also "this month". */
export function presetOf(
  range: { from?: string | undefined; to?: string | undefined },
  presets: readonly Preset[],
  now: number,
): Preset | null {
  const same = (preset: Preset) => {
    const { from, to } = rangeOf(preset, now);
    return from === range.from && to === range.to;
  };
  return presets.find(same) ?? null;
}

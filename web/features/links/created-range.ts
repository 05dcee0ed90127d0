import { addDays, dayOf } from '../../format/time.ts';

/** First and last day, both included, in WIB. */
export interface DayRange {
  from: string;
  to: string;
}

export const presets = ['today', 'yesterday', 'last7', 'last30', 'thisMonth', 'lastMonth'] as const;
export type Preset = (typeof presets)[number];

/** The days that a preset means at the instant `now` (ms). */
export function rangeOf(preset: Preset, now: number): DayRange {
  const today = dayOf(now);
  const monthStart = `${today.slice(0, 8)}01`;
  const lastMonthEnd = addDays(monthStart, -1);
  const ranges: Record<Preset, DayRange> = {
    today: { from: today, to: today },
    yesterday: { from: addDays(today, -1), to: addDays(today, -1) },
    last7: { from: addDays(today, -6), to: today },
    last30: { from: addDays(today, -29), to: today },
    thisMonth: { from: monthStart, to: today },
    lastMonth: { from: `${lastMonthEnd.slice(0, 8)}01`, to: lastMonthEnd },
  };
  return ranges[preset];
}

/** The preset that means exactly these days now, if there is one; on the first of a month "today" is also "this month". */
export function presetOf(range: Partial<DayRange>, now: number): Preset | null {
  const same = (preset: Preset) => {
    const { from, to } = rangeOf(preset, now);
    return from === range.from && to === range.to;
  };
  return presets.find(same) ?? null;
}

import type { PaidGroup, PaidPeriod } from '../../api/overview.ts';
import { type Paid, sumPaid } from './paid.ts';

export const dimensions = ['kind', 'provider', 'method'] as const;
export type Dimension = (typeof dimensions)[number];

/** What a row of the breakdown counts; an absent part counts all of them, the method null those whose method is not known. */
export type GroupKey = Partial<Pick<PaidGroup, Dimension>>;

/** One row: the payments of today and of this week that have these properties. */
export interface BreakdownRow {
  key: GroupKey;
  today: Paid;
  week: Paid;
}

/** One value of the chosen dimension, and what it is made of. */
export interface BreakdownGroup extends BreakdownRow {
  parts: BreakdownRow[];
}

/** Whether a group has the properties of the key. */
export function hasKey(group: PaidGroup, key: GroupKey): boolean {
  return dimensions.every((name) => key[name] === undefined || key[name] === group[name]);
}

/** Each different one once, in the order of their first. */
function distinct(keys: readonly GroupKey[]): GroupKey[] {
  return [...new Map(keys.map((key) => [JSON.stringify(key), key])).values()];
}

/** The largest of the week first; of those with nothing this week, the largest a week before. */
function bySize(one: BreakdownRow, other: BreakdownRow): number {
  return other.week.amountIdr - one.week.amountIdr || other.week.comparedAmountIdr - one.week.comparedAmountIdr;
}

/** What was paid today and this week, grouped by one dimension, each group by the other two. */
export function breakDown(today: PaidPeriod, week: PaidPeriod, by: Dimension): BreakdownGroup[] {
  const all = [...week.groups, ...today.groups];
  const rowOf = (key: GroupKey): BreakdownRow => ({
    key,
    today: sumPaid(today.groups.filter((group) => hasKey(group, key))),
    week: sumPaid(week.groups.filter((group) => hasKey(group, key))),
  });
  const groups = distinct(all.map((group) => ({ [by]: group[by] })));
  return groups
    .map((key) => {
      const parts = distinct(
        all.filter((group) => hasKey(group, key)).map(({ kind, provider, method }) => ({ kind, provider, method })),
      );
      return { ...rowOf(key), parts: parts.map(rowOf).sort(bySize) };
    })
    .sort(bySize);
}

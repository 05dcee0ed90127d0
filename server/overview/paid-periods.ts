import type { components } from '../../openapi/generated/console.ts';
import { dayOf, endOfDay, startOfDay } from '../payments/wib-day.ts';
import type { PaidRange, PaidRow } from './overview.sql.ts';

type Schemas = components['schemas'];
type PaidPeriod = Schemas['PaidPeriod'];

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

/** The day so many days after a day. */
const addDays = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00.000Z`);
  return new Date(at.getTime() + days * dayMs).toISOString().slice(0, 10);
};

/** The Monday of the week in which a day lies. */
function mondayOf(day: string): string {
  const sinceMonday = (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7;
  return addDays(day, -sinceMonday);
}

/**
 * What to sum for today and this week and, beside them, the week before up to the same weekday and time of day: two weeks, without
 * what came after that time.
 */
export function rangeToSum(now: Date): PaidRange {
  const today = dayOf(now);
  const thisWeek = startOfDay(mondayOf(today), 'today');
  return {
    from: new Date(thisWeek.getTime() - weekMs),
    before: endOfDay(today, 'today'),
    gap: { from: new Date(now.getTime() - weekMs), before: thisWeek },
  };
}

/** Today and this week, from the sums of `rangeToSum`. */
export function paidPeriods(sums: readonly PaidRow[], now: Date): PaidPeriod[] {
  const today = dayOf(now);
  return [periodOf('today', today, today, sums), periodOf('week', mondayOf(today), today, sums)];
}

function periodOf(name: PaidPeriod['name'], from: string, to: string, sums: readonly PaidRow[]): PaidPeriod {
  const length = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  const compared = { from: addDays(from, -7), to: addDays(to, -7) };
  const days = Array.from({ length }, (_, index) => addDays(from, index));
  const within = (range: { from: string; to: string }) =>
    sums.filter(({ day }) => day >= range.from && day <= range.to);
  return {
    name,
    from,
    to,
    compared,
    days: days.map((day) => ({
      day,
      ...beside(
        sums.filter((row) => row.day === day),
        sums.filter((row) => row.day === addDays(day, -7)),
      ),
    })),
    groups: groupsOf(within({ from, to }), within(compared)),
  };
}

function groupsOf(paid: readonly PaidRow[], compared: readonly PaidRow[]): Schemas['PaidGroup'][] {
  const keyOf = ({ kind, provider, method }: PaidRow) => `${kind} ${provider} ${method ?? ''}`;
  const known = new Map([...paid, ...compared].map((row) => [keyOf(row), row]));
  const of = (key: string, rows: readonly PaidRow[]) => rows.filter((row) => keyOf(row) === key);
  return [...known.keys()].toSorted().flatMap((key) => {
    const row = known.get(key);
    if (!row) return [];
    const { kind, provider, method } = row;
    return { kind, provider, method, ...beside(of(key, paid), of(key, compared)) };
  });
}

function beside(paid: readonly PaidRow[], compared: readonly PaidRow[]) {
  const sum = (rows: readonly PaidRow[], field: 'count' | 'amountIdr') =>
    rows.reduce((total, row) => total + row[field], 0);
  return {
    count: sum(paid, 'count'),
    amountIdr: sum(paid, 'amountIdr'),
    comparedCount: sum(compared, 'count'),
    comparedAmountIdr: sum(compared, 'amountIdr'),
  };
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaidGroup, PaidPeriod } from '../../api/overview.ts';
import { breakDown, dimensions } from './breakdown.ts';
import { sumPaid } from './paid.ts';

function period(name: PaidPeriod['name'], groups: PaidGroup[]): PaidPeriod {
  const range = { from: '2026-11-16', to: '2026-11-20' };
  return { name, ...range, compared: { from: '2026-11-09', to: '2026-11-13' }, days: [], groups };
}

function group(kind: PaidGroup['kind'], provider: PaidGroup['provider'], method: PaidGroup['method'], count: number) {
  return { kind, provider, method, count, amountIdr: count * 10_000, comparedCount: 1, comparedAmountIdr: 10_000 };
}

const week = period('week', [
  group('link', 'rem', 'va', 5),
  group('link', 'rem', 'qris', 2),
  group('link', 'fazz', null, 1),
  group('routing', 'rem', 'qris', 7),
  group('one-time', 'fazz', 'va', 3),
]);
const today = period('today', [group('link', 'rem', 'va', 1), group('routing', 'rem', 'qris', 4)]);

const anyGroups = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom<PaidGroup['kind']>('link', 'routing', 'one-time'),
    provider: fc.constantFrom<PaidGroup['provider']>('rem', 'fazz'),
    method: fc.constantFrom<PaidGroup['method']>('va', 'qris', null),
    count: fc.nat(50),
    amountIdr: fc.nat(90_000_000),
    comparedCount: fc.nat(50),
    comparedAmountIdr: fc.nat(90_000_000),
  }),
  { selector: ({ kind, provider, method }) => `${kind} ${provider} ${method}` },
);

describe('What was paid, broken down', () => {
  it('puts the largest first, in the groups and in each of them', () => {
    const rows = breakDown(today, week, 'kind');
    expect(rows.map(({ key }) => key)).toEqual([{ kind: 'link' }, { kind: 'routing' }, { kind: 'one-time' }]);
    expect(rows[0]?.parts.map(({ key, week: { count } }) => [key.provider, key.method, count])).toEqual([
      ['rem', 'va', 5],
      ['rem', 'qris', 2],
      ['fazz', null, 1],
    ]);
  });

  it('counts a method over all kinds and providers', () => {
    const qris = breakDown(today, week, 'method').find(({ key }) => key.method === 'qris');
    expect(qris).toMatchObject({ week: { count: 9, amountIdr: 90_000 }, today: { count: 4 } });
    expect(qris?.parts.map(({ key }) => key.kind)).toEqual(['routing', 'link']);
  });

  it('keeps what was paid a week before only, and today only', () => {
    const before = { ...group('link', 'rem', 'card', 0), comparedCount: 3, comparedAmountIdr: 75_000 };
    const rows = breakDown(period('today', [group('link', 'rem', 'va', 1)]), period('week', [before]), 'method');
    expect(rows.map(({ key, week: { comparedCount } }) => [key.method, comparedCount])).toEqual([
      ['card', 3],
      ['va', 0],
    ]);
  });

  it('loses nothing and counts nothing twice, whatever it is grouped by', () => {
    fc.assert(
      fc.property(anyGroups, anyGroups, fc.constantFrom(...dimensions), (todays, weeks, by) => {
        const rows = breakDown(period('today', todays), period('week', weeks), by);
        const parts = rows.flatMap((row) => row.parts);
        for (const some of [rows, parts]) {
          expect(sumPaid(some.map((row) => row.today))).toEqual(sumPaid(todays));
          expect(sumPaid(some.map((row) => row.week))).toEqual(sumPaid(weeks));
        }
      }),
    );
  });
});

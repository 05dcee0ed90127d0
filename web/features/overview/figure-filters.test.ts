import { describe, expect, it } from 'vitest';
import type { PaidGroup, PaidPeriod } from '../../api/overview.ts';
import { paidIn, paidOf, waitingFor } from './figure-filters.ts';

function group(kind: PaidGroup['kind'], provider: PaidGroup['provider'], method: PaidGroup['method'], count: number) {
  return { kind, provider, method, count, amountIdr: count * 10_000, comparedCount: 0, comparedAmountIdr: 0 };
}

function week(...groups: PaidGroup[]): PaidPeriod {
  const range = { from: '2026-11-16', to: '2026-11-20' };
  return { name: 'week', ...range, compared: { from: '2026-11-09', to: '2026-11-13' }, days: [], groups };
}

const inWeek = { paidFrom: '2026-11-16', paidTo: '2026-11-20' };

describe('The search behind a figure', () => {
  it('asks for the days in which it was paid', () => {
    expect(paidIn({ from: '2026-11-20', to: '2026-11-20' })).toEqual({ paidFrom: '2026-11-20', paidTo: '2026-11-20' });
  });

  it('asks for the kind, the provider and the method of its row, and for no more', () => {
    const period = week(group('link', 'rem', 'va', 2), group('link', 'fazz', 'va', 3));
    expect(paidOf({ kind: 'link', provider: 'rem', method: 'va' }, period)).toEqual({
      kind: ['link'],
      provider: ['rem'],
      method: ['va'],
      ...inWeek,
    });
    expect(paidOf({ method: 'va' }, period)).toEqual({ method: ['va'], ...inWeek });
  });

  it('of payments without a known method asks for those whose method nobody has stated', () => {
    const period = week(group('link', 'fazz', null, 3), group('link', 'fazz', 'va', 1));
    expect(paidOf({ kind: 'link', provider: 'fazz', method: null }, period)).toEqual({
      kind: ['link'],
      provider: ['fazz'],
      missing: ['method'],
      ...inWeek,
    });
  });

  it('of a settlement asks for its day, or for what has none', () => {
    const tomorrow = { day: '2026-11-21', count: 2, amountIdr: 50_000 };
    const unknown = { day: null, count: 1, amountIdr: 20_000 };
    const onThatDay = { settlement: ['waiting'], settlesFrom: '2026-11-21', settlesTo: '2026-11-21' };
    expect(waitingFor(tomorrow)).toEqual(onThatDay);
    expect(waitingFor(unknown)).toEqual({ settlement: ['waiting'], missing: ['settlesAt'] });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, signedPercent } from './compare.ts';

const amount = fc.nat({ max: 10_000_000_000 });

describe('A difference between two amounts', () => {
  it('has a direction, a distance and a share of the earlier amount', () => {
    expect(compare(112_000, 100_000)).toEqual({ direction: 'more', differenceIdr: 12_000, percent: 12 });
    expect(compare(75_000, 100_000)).toEqual({ direction: 'less', differenceIdr: 25_000, percent: 25 });
    expect(compare(100_000, 100_000)).toEqual({ direction: 'same', differenceIdr: 0, percent: null });
  });

  it('has no percentage where that would say nothing: of nothing, of next to nothing, and less than one', () => {
    expect(compare(50_000, 0).percent).toBeNull();
    expect(compare(10_000_000, 10_000).percent).toBeNull();
    expect(compare(100_400, 100_000).percent).toBeNull();
    expect(compare(0, 0).percent).toBeNull();
  });

  it('says 100 percent less when nothing is left', () => {
    expect(compare(0, 40_000)).toEqual({ direction: 'less', differenceIdr: 40_000, percent: 100 });
  });

  it('is the same distance both ways, in opposite directions', () => {
    const opposite = { more: 'less', less: 'more', same: 'same' };
    fc.assert(
      fc.property(amount, amount, (now, then) => {
        const there = compare(now, then);
        const back = compare(then, now);
        expect(back.differenceIdr).toBe(there.differenceIdr);
        expect(back.direction).toBe(opposite[there.direction]);
      }),
    );
  });

  it('carries its sign in writing', () => {
    expect(signedPercent(compare(112_000, 100_000))).toBe('+12%');
    expect(signedPercent(compare(75_000, 100_000))).toBe('−25%');
    expect(signedPercent(compare(75_000, 0))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { formatAmountIdr, formatCount } from './money.ts';

describe('Money', () => {
  it('is grouped by thousands with dots, after Rp and a space that does not break', () => {
    expect(formatAmountIdr(1_250_000)).toBe('Rp\u00a01.250.000');
    expect(formatAmountIdr(500_000_000)).toBe('Rp\u00a0500.000.000');
  });

  it('of less than a thousand rupiah has no dot', () => {
    expect([0, 7, 999].map(formatAmountIdr)).toEqual(['Rp\u00a00', 'Rp\u00a07', 'Rp\u00a0999']);
  });

  it('of a fee has its two decimals behind a comma, where it has any', () => {
    expect(formatAmountIdr(4_440.5)).toBe('Rp\u00a04.440,50');
    expect(formatAmountIdr(0.07)).toBe('Rp\u00a00,07');
  });

  it('keeps every digit of the largest amount that a number can hold', () => {
    expect(formatCount(9_007_199_254_740_991)).toBe('9.007.199.254.740.991');
  });

  it('and counts have their decimals behind a comma', () => {
    expect([2.8, 1234.5, 0.1].map(formatCount)).toEqual(['2,8', '1.234,5', '0,1']);
  });

  it('is written as the Indonesian number format writes it', () => {
    const indonesian = new Intl.NumberFormat('id-ID');
    for (const count of [1, 12, 123, 1234, 12345, 123456, 1234567, 1_000_000]) {
      expect(formatCount(count)).toBe(indonesian.format(count));
    }
  });
});

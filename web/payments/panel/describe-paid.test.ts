import { describe, expect, test } from 'vitest';
import { en } from '../../words/en.ts';
import { describeKnownFrom, explainPaid } from './describe-paid.ts';

const asked = { amountIdr: 1_250_000, includeAdminFee: false, isOpenAmount: false, method: 'va' as const };

describe('another amount than asked', () => {
  test.each([
    [{ paidAmountIdr: null }, null],
    [{ paidAmountIdr: 1_250_000 }, null],
    [{ paidAmountIdr: 1_254_000, includeAdminFee: true }, 'with Rp\u00a04.000 fee'],
    [{ paidAmountIdr: 1_254_000 }, 'Rp\u00a04.000 more than asked'],
    [{ paidAmountIdr: 1_000_000 }, 'Rp\u00a0250.000 less than asked'],
    [{ paidAmountIdr: 1_000_000, isOpenAmount: true }, 'Rp\u00a0250.000 less: the customer could choose the amount'],
    [
      { paidAmountIdr: 1_249_877, method: 'bank_transfer' as const },
      'Rp\u00a0123 off: the unique code of the transfer',
    ],
    [{ paidAmountIdr: 1_249_000, method: 'bank_transfer' as const }, 'Rp\u00a01.000 less than asked'],
  ])('%j is explained as %j', (paid, told) => {
    expect(explainPaid(en, { ...asked, ...paid })).toBe(told);
  });
});

describe('how it is known to be paid', () => {
  const now = Date.parse('2026-11-20T08:00:00Z');
  const at = '2026-11-20T07:06:11.000Z';

  test('a callback that a reading confirmed names the reading', () => {
    const known = { source: 'callback' as const, at, confirmedAt: '2026-11-20T07:06:12.000Z' };
    expect(describeKnownFrom(en, known, now)).toBe('callback, confirmed by reading at 14:06:12');
  });

  test('a callback alone says that it is not confirmed', () => {
    const known = { source: 'callback' as const, at, confirmedAt: null };
    expect(describeKnownFrom(en, known, now)).toBe('callback at 14:06:11, not yet confirmed by reading');
  });

  test('a reading confirms itself, and on another day it is named with the day', () => {
    const read = '2026-11-19T07:06:11.000Z';
    const known = { source: 'read' as const, at: read, confirmedAt: read };
    expect(describeKnownFrom(en, known, now)).toBe('reading at 14:06:11 WIB on 19 Nov');
  });
});

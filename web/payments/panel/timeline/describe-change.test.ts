import { expect, test } from 'vitest';
import { en } from '../../../words/en.ts';
import { describeChange } from './describe-change.ts';

const now = Date.parse('2026-11-20T08:00:00Z');

test.each([
  [{ field: 'status', from: 'open', to: 'paid' }, 'Status: Open → Paid'],
  [{ field: 'paidAmountIdr', from: null, to: 1_254_000 }, 'Paid amount: Rp\u00a01.254.000'],
  [{ field: 'feeSen', from: null, to: 444_050 }, 'Provider’s fee: Rp\u00a04.440,50'],
  [{ field: 'settlesAt', from: null, to: '2026-11-21T08:00:00.000Z' }, 'Settles: 21 Nov, 15:00:00 WIB'],
  [
    { field: 'paidAt', from: '2026-11-21T08:00:00.000Z', to: '2026-11-21T08:00:01.000Z' },
    'Paid at: 21 Nov, 15:00:00 WIB → 21 Nov, 15:00:01 WIB',
  ],
  [{ field: 'late', from: false, to: true }, 'Late: no → yes'],
  [{ field: 'method', from: 'va', to: 'qris' }, 'Method: Virtual account → QRIS'],
  [{ field: 'channel', from: 'bca', to: 'Bank Aneh' }, 'Bank or wallet: BCA → Bank Aneh'],
  [{ field: 'enabledMethods', from: 'va, qris', to: 'qris' }, 'Offered methods: Virtual account, QRIS → QRIS'],
  [{ field: 'enabledBanks', from: null, to: 'bca, cimb' }, 'Offered banks: BCA, CIMB Niaga'],
  [{ field: 'payerNote', from: 'thanks', to: null }, 'Payer’s note: thanks → none'],
  [{ field: 'somethingNew', from: null, to: 'x' }, 'somethingNew: x'],
])('%j is told as “%s”', (change, told) => {
  expect(describeChange(en, change, now)).toBe(told);
});

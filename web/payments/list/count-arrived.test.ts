import { describe, expect, it } from 'vitest';
import type { PaymentPage, PaymentRow } from '../../api/payments.ts';
import { countArrived } from './count-arrived.ts';

function row(id: string, createdAt: string, change: Partial<PaymentRow> = {}): PaymentRow {
  return {
    id,
    kind: 'link',
    provider: 'rem',
    reference: id,
    status: 'open',
    late: false,
    settlement: 'none',
    amountIdr: 50_000,
    paidAmountIdr: null,
    customerName: null,
    description: null,
    method: null,
    channel: null,
    createdAt,
    expiresAt: null,
    settlesAt: null,
    settledAt: null,
    simulatedAt: null,
    calledBackAt: null,
    contradictedAt: null,
    claimedAt: null,
    version: 1,
    ...change,
  };
}

const newest = row('a', '2026-11-20T07:00:00.000Z');
const firstPage: PaymentPage = { items: [newest], nextCursor: 'next', previousCursor: null };
const newer = row('b', '2026-11-20T07:00:01.000Z');
const older = row('c', '2026-11-19T07:00:00.000Z');

describe('New payments above the list', () => {
  it('are those heard of that are newer than its first row', () => {
    expect(countArrived([newer, older, newest], firstPage, {})).toBe(1);
  });

  it('are no longer new once the list holds them', () => {
    expect(countArrived([newer], { ...firstPage, items: [newer, newest] }, {})).toBe(0);
  });

  it('count only when they match the filters', () => {
    const paid = row('d', '2026-11-20T08:00:00.000Z', { status: 'paid', method: 'qris', provider: 'fazz' });
    expect(countArrived([newer, paid], firstPage, { status: ['paid'] })).toBe(1);
    expect(countArrived([newer, paid], firstPage, { method: ['qris'], provider: ['fazz'] })).toBe(1);
    expect(countArrived([newer, paid], firstPage, { method: ['va'] })).toBe(0);
    expect(countArrived([newer, paid], firstPage, { kind: ['link'] })).toBe(2);
    expect(countArrived([newer, paid], firstPage, { kind: ['routing'] })).toBe(0);
    expect(countArrived([newer, paid], firstPage, { createdTo: '2026-11-19' })).toBe(0);
    expect(countArrived([newer, paid], firstPage, { createdFrom: '2026-11-20' })).toBe(2);
  });

  it('are not told where they would not stand on top: on other pages, in other orders, among words only the server knows', () => {
    expect(countArrived([newer], { ...firstPage, previousCursor: 'before' }, {})).toBe(0);
    expect(countArrived([newer], firstPage, { sort: '-amount' })).toBe(0);
    expect(countArrived([newer], firstPage, { q: 'siti' })).toBe(0);
    expect(countArrived([newer], firstPage, { paidFrom: '2026-11-20' })).toBe(0);
    expect(countArrived([newer], firstPage, { attention: 'contradicted' })).toBe(0);
  });

  it('are told above an empty list as well, but not before there is one', () => {
    expect(countArrived([newer], { items: [], nextCursor: null, previousCursor: null }, {})).toBe(1);
    expect(countArrived([newer], undefined, {})).toBe(0);
  });
});

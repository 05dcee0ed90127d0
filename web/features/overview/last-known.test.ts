import { describe, expect, it } from 'vitest';
import type { PaymentRow } from '../../api/payments.ts';
import { lastKnown } from './last-known.ts';

const created: PaymentRow = {
  id: 'pay_00000000000000000000000001',
  kind: 'link',
  provider: 'rem',
  reference: 'INV1',
  status: 'open',
  late: false,
  settlement: 'none',
  amountIdr: 50_000,
  paidAmountIdr: null,
  customerName: null,
  description: null,
  method: null,
  channel: null,
  createdAt: '2026-11-20T07:00:00.000Z',
  expiresAt: null,
  settlesAt: null,
  settledAt: null,
  simulatedAt: null,
  calledBackAt: null,
  contradictedAt: null,
  claimedAt: null,
  version: 1,
};

describe('What last happened to a payment, as far as its row tells', () => {
  it('is its creation while there is nothing else', () => {
    expect(lastKnown(created)).toEqual({ what: 'created', at: created.createdAt });
  });

  it('is the latest of all that is known', () => {
    const calledBackAt = '2026-11-20T07:02:00.000Z';
    const settledAt = '2026-11-21T08:00:00.000Z';
    const simulatedAt = '2026-11-20T07:01:00.000Z';
    expect(lastKnown({ ...created, simulatedAt, calledBackAt })).toEqual({ what: 'calledBack', at: calledBackAt });
    expect(lastKnown({ ...created, simulatedAt, calledBackAt, settledAt })).toEqual({ what: 'settled', at: settledAt });
  });

  it('does not count what is still to come', () => {
    const row = { ...created, settlesAt: '2026-11-21T08:00:00.000Z', expiresAt: '2026-11-22T08:00:00.000Z' };
    expect(lastKnown(row).what).toBe('created');
  });
});

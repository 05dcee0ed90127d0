import { describe, expect, test } from 'vitest';
import { fact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import type { Origin } from './belief.ts';
import { believe } from './believe.ts';
import type { Statement } from './statement.ts';

const closed: Origin = { ...origin, order: { amountIdr: 150_000 } };
const paid: Partial<Statement> = { status: 'paid', isFinal: true };

describe('what is believed', () => {
  test('of a payment that nobody spoke of is that it is being created, as it was asked for', () => {
    expect(believe(origin, [])).toMatchObject({
      status: 'creating',
      amountIdr: 150_000,
      customerName: 'Siti Rahma',
      isOpenAmount: true,
      includeAdminFee: false,
      emails: [],
      createdAt: origin.createdAt,
    });
  });

  test('of one moment is what a read says, not what an unsigned callback says', () => {
    const said = (payerName: string) => ({ ...paid, saidAt: saidAt(5), payerName });
    const callback = fact('callback', said('Zainal'));
    const read = fact('read', said('Andi'));
    expect(believe(closed, [callback, read]).payerName).toBe('Andi');
    expect(believe(closed, [read, callback]).payerName).toBe('Andi');
  });

  test('of the amount is what we asked for; where we did not, the earliest word of the provider', () => {
    const created = fact('import', { status: 'open', amountIdr: 90_000 });
    const partly = fact('callback', { ...paid, amountIdr: 40_000, paidAmountIdr: 40_000 });
    expect(believe(closed, [partly, created])).toMatchObject({ amountIdr: 150_000, paidAmountIdr: 40_000 });
    const imported: Origin = { ...origin, imported: true, order: null };
    expect(believe(imported, [partly, created])).toMatchObject({ amountIdr: 90_000, paidAmountIdr: 40_000 });
  });

  test('of the paid amount is all of it where the provider is silent and the payer could not choose', () => {
    expect(believe(closed, [fact('callback', paid)]).paidAmountIdr).toBe(150_000);
    expect(believe(origin, [fact('callback', paid)]).paidAmountIdr).toBeNull();
    expect(believe(closed, [fact('callback', { status: 'processing' })]).paidAmountIdr).toBeNull();
  });

  test('of the bank belongs to the method that is believed', () => {
    const va = fact('callback', { status: 'awaiting_payment', method: 'va', channel: 'bca', saidAt: saidAt(1) });
    const qris = fact('callback', { ...paid, method: 'qris' });
    expect(believe(closed, [va])).toMatchObject({ method: 'va', channel: 'bca' });
    expect(believe(closed, [va, qris])).toMatchObject({ method: 'qris', channel: null });
    expect(believe(closed, [va, fact('callback', paid)])).toMatchObject({ method: 'va', channel: 'bca' });
  });

  test('of the settlement is when it comes, and then when it came', () => {
    const waiting = fact('callback', { ...paid, settlement: 'waiting', settlesAt: saidAt(60) });
    const settled = fact('callback', { ...paid, settlement: 'settled', settlesAt: saidAt(58) });
    expect(believe(closed, [waiting])).toMatchObject({ settlesAt: new Date(saidAt(60)), settledAt: null });
    expect(believe(closed, [settled, waiting])).toMatchObject({
      settlement: 'settled',
      settlesAt: new Date(saidAt(60)),
      settledAt: new Date(saidAt(58)),
    });
  });

  test('of a failure is its cause, until another attempt', () => {
    const failed = fact('callback', {
      status: 'failed',
      saidAt: saidAt(2),
      failure: { code: 'payment_failed', detail: 'limit', providerCode: null },
    });
    const again = fact('callback', { status: 'awaiting_payment', saidAt: saidAt(3) });
    expect(believe(closed, [failed])).toMatchObject({
      status: 'failed',
      ended: false,
      failureCode: 'payment_failed',
      failureDetail: 'limit',
    });
    expect(believe(closed, [failed, again])).toMatchObject({
      status: 'awaiting_payment',
      failureCode: null,
      failureDetail: null,
    });
    expect(believe(closed, [again, failed]).status).toBe('awaiting_payment');
  });

  test('of two attempts in the same second is the one that was heard last', () => {
    const attempt = (status: 'awaiting_payment' | 'failed', method: 'va' | 'qris') =>
      fact('callback', { status, method, saidAt: saidAt(2) });
    const [chosen, failed, another] = [
      attempt('awaiting_payment', 'va'),
      attempt('failed', 'va'),
      attempt('awaiting_payment', 'qris'),
    ];
    expect(believe(closed, [chosen, failed]).status).toBe('failed');
    expect(believe(closed, [chosen, failed, another])).toMatchObject({ status: 'awaiting_payment', method: 'qris' });
  });

  test('of a read without a time is how things were when it was made, each time anew', () => {
    const read = (status: 'awaiting_payment' | 'failed', minute: number) => fact('read', { status }, minute);
    const facts = [read('awaiting_payment', 1), read('failed', 2), read('awaiting_payment', 3)];
    expect(believe(closed, facts.slice(0, 2)).status).toBe('failed');
    expect(believe(closed, facts).status).toBe('awaiting_payment');
  });

  test("of the provider's word is the one that goes with the status", () => {
    const complete = fact('callback', { ...paid, providerStatus: 'complete' });
    const expired = fact('read', { status: 'expired', isFinal: true, providerStatus: 'EXPIRED' });
    expect(believe(closed, [complete, expired])).toMatchObject({
      status: 'paid',
      late: true,
      providerStatus: 'complete',
    });
  });

  test('of ends is the one that goes furthest, and money wins over all', () => {
    const end = (status: 'expired' | 'failed' | 'deleted') => fact('callback', { status, isFinal: true });
    expect(believe(closed, [end('failed'), end('expired')]).status).toBe('failed');
    expect(believe(closed, [end('deleted'), end('failed')])).toMatchObject({
      status: 'deleted',
      ended: true,
      late: false,
    });
    expect(believe(closed, [end('deleted'), fact('read', paid)])).toMatchObject({
      status: 'paid',
      ended: false,
      late: true,
    });
  });
});

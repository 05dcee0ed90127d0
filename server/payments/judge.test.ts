import { describe, expect, test } from 'vitest';
import { fact, origin, saidAt } from '../testing/arbitrary-facts.ts';
import type { Origin } from './belief.ts';
import { believe } from './believe.ts';
import type { Fact } from './fact-order.ts';
import { judge } from './judge.ts';
import type { Statement } from './statement.ts';

const closed: Origin = { ...origin, order: { amountIdr: 150_000, isOpenAmount: false } };

/** Judges the last of the facts against those before it; they are numbered from 1. */
function judgeLast(facts: Fact[], of = closed) {
  const numbered = facts.map((one, index) => ({ ...one, id: String(index + 1) }));
  const earlier = numbered.slice(0, -1);
  const last = numbered.at(-1);
  if (!last) throw new Error('no fact to judge');
  const { verdict, reason, changes } = judge(of, believe(of, earlier), believe(of, numbered), last, earlier);
  return {
    verdict,
    code: reason?.code ?? null,
    against: reason?.observationId ?? null,
    changed: changes.map((one) => one.field),
  };
}

const created: Partial<Statement> = { status: 'open', providerPaymentId: 'L1', url: 'https://pay.example/L1' };
const waiting: Partial<Statement> = { status: 'awaiting_payment', method: 'va', channel: 'bca', saidAt: saidAt(5) };
const paid: Partial<Statement> = {
  status: 'paid',
  isFinal: true,
  settlement: 'waiting',
  paidAmountIdr: 150_000,
  amountIdr: 150_000,
  saidAt: saidAt(10),
  paymentReferenceNumber: '123456789012',
};
const settled: Partial<Statement> = { ...paid, settlement: 'settled', saidAt: saidAt(900) };
const expired: Partial<Statement> = { status: 'expired', isFinal: true, saidAt: saidAt(8) };

describe('what moves the payment is applied', () => {
  test('the answer to the creation opens it', () => {
    expect(judgeLast([fact('create', created)])).toEqual({
      verdict: 'applied',
      code: null,
      against: null,
      changed: ['status', 'providerPaymentId', 'url'],
    });
  });

  test('a read that says the same as the callback confirms it', () => {
    expect(judgeLast([fact('callback', paid, 10), fact('read', paid, 11)])).toMatchObject({
      verdict: 'applied',
      changed: ['confirmedAt'],
    });
  });

  test('the settlement callback is no repeat of the payment callback', () => {
    const last = judgeLast([fact('callback', paid, 10), fact('callback', settled, 900)]);
    expect(last).toMatchObject({ verdict: 'applied', changed: ['settlement'] });
  });

  test('an end that was said before the payment and arrives after it makes it late', () => {
    const last = judgeLast([fact('callback', paid, 10), fact('callback', expired, 12)]);
    expect(last).toMatchObject({ verdict: 'applied', changed: ['late'] });
  });

  test('another attempt after one that failed is applied', () => {
    const failed: Partial<Statement> = {
      status: 'failed',
      saidAt: saidAt(6),
      failure: { code: 'payment_failed', detail: null, providerCode: null },
    };
    const again = { ...waiting, method: 'qris' as const, channel: null, saidAt: saidAt(7) };
    const last = judgeLast([fact('callback', waiting), fact('callback', failed), fact('callback', again)]);
    expect(last).toMatchObject({ verdict: 'applied', changed: ['status', 'failureCode', 'method', 'channel'] });
  });
});

describe('what was said before is a duplicate', () => {
  test('the same callback again', () => {
    const last = judgeLast([fact('create', created), fact('callback', paid, 10), fact('callback', paid, 11)]);
    expect(last).toEqual({ verdict: 'duplicate', code: 'same_as_before', against: '2', changed: [] });
  });

  test('a second read after the confirmation', () => {
    const last = judgeLast([fact('callback', paid, 10), fact('read', paid, 11), fact('read', paid, 12)]);
    expect(last).toMatchObject({ verdict: 'duplicate', code: 'same_as_before' });
  });

  test('an old callback again, after the payment went on', () => {
    const last = judgeLast([fact('callback', waiting, 5), fact('callback', paid, 10), fact('callback', waiting, 11)]);
    expect(last).toMatchObject({ verdict: 'duplicate', against: '1' });
  });
});

describe('what is older or of an earlier stage is stale', () => {
  test('that it waits, after it is paid', () => {
    const last = judgeLast([fact('create', created), fact('callback', paid, 10), fact('callback', waiting, 11)]);
    expect(last).toMatchObject({ verdict: 'applied', changed: ['method', 'channel'] });
    const { method: _method, channel: _channel, ...bare } = waiting;
    const nothingElse = judgeLast([fact('create', created), fact('callback', paid, 10), fact('callback', bare, 11)]);
    expect(nothingElse).toEqual({ verdict: 'stale', code: 'already_paid', against: '2', changed: [] });
  });

  test('a callback without a time, after the end', () => {
    const last = judgeLast([fact('callback', expired, 8), fact('callback', { status: 'open' }, 20)]);
    expect(last).toMatchObject({ verdict: 'stale', code: 'already_ended', against: '1' });
  });

  test('that the settlement waits, after it is settled', () => {
    const last = judgeLast([fact('callback', settled, 900), fact('callback', paid, 901)]);
    expect(last).toMatchObject({ verdict: 'stale', code: 'already_settled', against: '1' });
  });

  test('a read that was asked for before it was paid, and answered after that', () => {
    const asked = { ...fact('read', { status: 'open' }, 31), askedAt: new Date(saidAt(9)) };
    const last = judgeLast([fact('create', created), fact('callback', paid, 10), asked]);
    expect(last).toMatchObject({ verdict: 'stale', code: 'already_paid', against: '2' });
  });

  test('that it is open, after the payer chose how to pay', () => {
    const last = judgeLast([fact('callback', waiting, 5), fact('callback', { status: 'open', saidAt: saidAt(4) }, 6)]);
    expect(last).toMatchObject({ verdict: 'stale', code: 'older_than_known', against: '1' });
  });

  test('an earlier choice of method that comes after a later one', () => {
    const later = { ...waiting, method: 'qris' as const, channel: 'gopay', saidAt: saidAt(6) };
    const last = judgeLast([fact('callback', later, 6), fact('callback', waiting, 7)]);
    expect(last).toMatchObject({ verdict: 'stale', code: 'older_than_known', against: '1' });
  });

  test('a message that says nothing that we can use', () => {
    expect(judgeLast([fact('create', created), fact('callback', {})])).toMatchObject({
      verdict: 'stale',
      code: 'nothing_known',
      against: null,
    });
  });
});

describe('what denies the facts contradicts', () => {
  test('a later word that it is not paid', () => {
    const denial: Partial<Statement> = { status: 'awaiting_payment', saidAt: saidAt(30) };
    const last = judgeLast([fact('callback', paid, 10), fact('read', denial, 31)]);
    expect(last).toEqual({ verdict: 'contradicts', code: 'status_denied', against: '1', changed: [] });
  });

  test('a later word that an ended link lives', () => {
    const last = judgeLast([fact('callback', expired, 8), fact('read', { status: 'open' }, 20)]);
    expect(last).toMatchObject({ verdict: 'contradicts', code: 'status_denied' });
  });

  test('a read after it that it is open, also when it has been so since before and was read before', () => {
    const open: Partial<Statement> = { status: 'open', saidAt: saidAt(1) };
    const first = judgeLast([fact('callback', paid, 10), fact('read', open, 31)]);
    expect(first).toEqual({ verdict: 'contradicts', code: 'status_denied', against: '1', changed: [] });
    const dated = judgeLast([fact('callback', { ...paid, saidAt: saidAt(9_000) }, 10), fact('read', open, 31)]);
    expect(dated).toEqual(first);
    const again = judgeLast([fact('read', open, 9), fact('callback', paid, 10), fact('read', open, 31)]);
    expect(again).toEqual({ verdict: 'contradicts', code: 'status_denied', against: '2', changed: [] });
  });

  test('another amount than we asked for, while that it is paid is believed', () => {
    const last = judgeLast([fact('create', created), fact('callback', { ...paid, amountIdr: 140_000 }, 10)]);
    expect(last).toMatchObject({ verdict: 'contradicts', code: 'amount_differs' });
    expect(last.changed).toContain('status');
    expect(last.changed).not.toContain('amountIdr');
  });

  test('less money than we asked for, once, while that it is paid is believed', () => {
    const partial = { ...paid, paidAmountIdr: 75_000 };
    const facts = [fact('create', created), fact('read', partial, 10)];
    const first = judgeLast(facts);
    expect(first).toMatchObject({ verdict: 'contradicts', code: 'amount_differs', against: '1' });
    expect(first.changed).toEqual(expect.arrayContaining(['status', 'paidAmountIdr']));
    const later = judgeLast([...facts, fact('read', { ...settled, paidAmountIdr: 75_000 }, 900)]);
    expect(later).toMatchObject({ verdict: 'applied', changed: ['settlement'] });
    const more = judgeLast([fact('create', created), fact('read', { ...paid, paidAmountIdr: 150_321 }, 10)]);
    expect(more).toMatchObject({ verdict: 'applied' });
    const open = judgeLast(facts, { ...origin, order: { amountIdr: 150_000, isOpenAmount: true } });
    expect(open).toMatchObject({ verdict: 'applied' });
  });

  test('another paid amount than was said before', () => {
    const other = { ...paid, paidAmountIdr: 149_000, saidAt: saidAt(9) };
    const last = judgeLast([fact('callback', paid, 10), fact('callback', other, 11)]);
    expect(last).toEqual({ verdict: 'contradicts', code: 'amount_differs', against: '1', changed: [] });
  });

  test('another receipt number of the same payment, but not the whole of an OVO number', () => {
    const other = judgeLast([
      fact('callback', paid, 10),
      fact('callback', { ...paid, paymentReferenceNumber: '999' }, 11),
    ]);
    expect(other).toMatchObject({ verdict: 'contradicts', code: 'reference_differs', against: '1' });
    const whole = { ...paid, paymentReferenceNumber: '1234567890123456' };
    expect(judgeLast([fact('callback', paid, 10), fact('callback', whole, 11)]).verdict).not.toBe('contradicts');
  });

  test('another link id of the provider', () => {
    const last = judgeLast([fact('create', created), fact('callback', { ...waiting, providerPaymentId: 'L2' })]);
    expect(last).toMatchObject({ verdict: 'contradicts', code: 'reference_differs', against: '1' });
    expect(last.changed).not.toContain('providerPaymentId');
  });

  test('a message under another reference, which moves nothing', () => {
    const last = judgeLast([fact('create', created), fact('callback', { ...paid, reference: 'OTHER' }, 10)]);
    expect(last).toEqual({ verdict: 'contradicts', code: 'reference_differs', against: null, changed: [] });
  });
});

describe('amounts that may differ do not contradict', () => {
  test('of an open amount the payer pays a part', () => {
    const part = { ...paid, amountIdr: 50_000, paidAmountIdr: 50_000 };
    expect(judgeLast([fact('callback', part, 10)], origin)).toMatchObject({ verdict: 'applied' });
  });

  test('a bank transfer carries a unique code in its amount', () => {
    const unique = { ...paid, method: 'bank_transfer' as const, amountIdr: 149_877, paidAmountIdr: 149_877 };
    expect(judgeLast([fact('callback', unique, 10)])).toMatchObject({ verdict: 'applied' });
  });
});

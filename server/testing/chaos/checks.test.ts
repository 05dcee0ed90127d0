import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../sandbox/callbacks/delivery.ts';
import type { Charge } from '../../sandbox/charges/charge.ts';
import type { ReceivedRequest } from '../../sandbox/receiver/receiver.ts';
import { checkPayments, checkTotals } from './check-agreement.ts';
import { checkAxes } from './check-axes.ts';
import { checkCallbacksKept } from './check-callbacks-kept.ts';
import { checkCreatedOnce } from './check-created-once.ts';
import { checkForwarding } from './check-forwarding.ts';
import type { LedgerRow, Sighting } from './evidence.ts';
import type { Change, ForwardedCallback, StoredCallback } from './records.sql.ts';
import type { Order } from './stage.ts';

const at = '2026-11-20T03:00:00.000Z';

const attempt = (httpStatus: number | null) => ({ at, httpStatus, error: null, tookMs: 1 });
const delivery = (changes: Partial<Delivery> = {}): Delivery => ({
  id: 'd1',
  provider: 'rem',
  linkId: 'c1',
  reference: 'R1',
  reason: 'payment',
  body: '{"a":1}',
  state: 'delivered',
  createdAt: at,
  nextAttemptAt: null,
  attempts: [attempt(200)],
  ...changes,
});
const stored = (id: number, changes: Partial<StoredCallback> = {}): StoredCallback => ({
  id,
  provider: 'rem',
  body: '{"a":1}',
  state: 'processed',
  parkedReason: null,
  paymentId: 'pay_1',
  ...changes,
});

const order = (number: number, ...paymentIds: (string | null)[]): Order => ({
  number,
  key: `chaos-order-${number}`,
  good: 'REM link',
  at: new Date(at),
  answers: paymentIds.map((paymentId) => ({ httpStatus: 201, paymentId })),
});
const payment = (changes: Partial<LedgerRow> = {}): LedgerRow => ({
  id: 'pay_1',
  kind: 'link',
  provider: 'rem',
  reference: 'R1',
  status: 'paid',
  settlement: 'settled',
  amountIdr: 50_000,
  paidAmountIdr: 50_000,
  ...changes,
});
const charge = (changes: Partial<Extract<Charge, { kind: 'link' }>> = {}): Charge => ({
  id: 'c1',
  provider: 'rem',
  kind: 'link',
  reference: 'R1',
  order: {
    amountIdr: 50_000,
    isOpenAmount: false,
    includeAdminFee: false,
    customerName: 'Siti',
    description: null,
    notes: null,
    email: null,
    phone: null,
    displayName: null,
    disabledMethods: [],
    enabledBanks: [],
  },
  status: 'paid',
  settlement: 'success',
  choice: null,
  payment: {
    txRefNumber: 'T1',
    paidAmountIdr: 50_000,
    receiptNumber: null,
    paymentReferenceNumber: null,
    paidAt: at,
    settlesAt: at,
    settledAt: at,
    isRealtime: false,
  },
  payerPhone: null,
  payerNote: null,
  createdAt: at,
  updatedAt: at,
  expiresAt: at,
  ...changes,
});

describe('every acknowledged callback is stored', () => {
  it('finds nothing where each is there as often as it was acknowledged, and perhaps once more', () => {
    const killed = delivery({ id: 'd2', body: '{"b":1}', attempts: [attempt(null), attempt(200)] });
    const callbacks = [stored(1), stored(2, { body: '{"b":1}' }), stored(3, { body: '{"b":1}' })];
    expect(checkCallbacksKept({ deliveries: [delivery(), killed], callbacks })).toEqual([]);
  });

  it('finds one that is missing, one of two alike that is missing, and one that nobody sent', () => {
    const deliveries = [delivery(), delivery({ id: 'd2', reason: 'duplicate' })];
    expect(checkCallbacksKept({ deliveries, callbacks: [] })).toEqual([
      'The payment callback of rem about R1 was acknowledged 2 times and is stored 0 times.',
    ]);
    expect(checkCallbacksKept({ deliveries, callbacks: [stored(1)] })).toEqual([
      'The payment callback of rem about R1 was acknowledged 2 times and is stored 1 times.',
    ]);
    expect(checkCallbacksKept({ deliveries: [], callbacks: [stored(1)] })).toEqual([
      'Callback 1 was sent 0 times and is stored 1 times.',
    ]);
  });

  it('finds one that nobody has read into the ledger', () => {
    const callbacks = [stored(1, { state: 'parked', parkedReason: 'unknown_payment' })];
    expect(checkCallbacksKept({ deliveries: [delivery()], callbacks })).toEqual([
      'Callback 1 is parked still (unknown_payment).',
    ]);
  });
});

describe('no payment is created twice', () => {
  it('finds nothing where an order is one payment, or one that never came to be', () => {
    const refused = payment({ id: 'pay_2', reference: 'R2', amountIdr: 50_001 });
    const orders = [order(0, 'pay_1', 'pay_1'), order(1, 'pay_2')];
    expect(checkCreatedOnce({ orders, payments: [payment(), refused], charges: [charge()] })).toEqual([]);
  });

  it('finds a second one at the provider, in the ledger and in the answers', () => {
    const twice = checkCreatedOnce({
      orders: [order(0, 'pay_1', 'pay_2')],
      payments: [payment(), payment({ id: 'pay_2', reference: 'R2' })],
      charges: [charge(), charge({ id: 'c2', reference: 'R2' })],
    });
    expect(twice).toEqual([
      'Order 0 (REM link) was created 2 times: R1, R2.',
      'Order 0 (REM link) is 2 payments in the ledger: pay_1, pay_2.',
      'Order 0 (REM link) was answered with several payments: pay_1, pay_2.',
    ]);
  });

  it('finds a payment that was acknowledged and is gone, and one that nobody ordered', () => {
    expect(checkCreatedOnce({ orders: [order(0, 'pay_1')], payments: [], charges: [] })).toEqual([
      'Order 0 (REM link) was answered with pay_1, which is not in the ledger.',
    ]);
    expect(checkCreatedOnce({ orders: [], payments: [payment()], charges: [charge()] })).toEqual([
      'Nobody ordered number 0, which is in the ledger.',
      'Nobody ordered number 0, which is at the twin.',
    ]);
  });
});

describe('no axis goes back', () => {
  const step = (observationId: number, field: Change['field'], from: string, to: string): Change => ({
    paymentId: 'pay_1',
    observationId,
    field,
    from,
    to,
  });
  const settled = [
    step(1, 'status', 'creating', 'open'),
    step(2, 'status', 'open', 'paid'),
    step(2, 'settlement', 'none', 'waiting'),
    step(3, 'settlement', 'waiting', 'settled'),
  ];
  const sighting = (startedMs: number, status: 'open' | 'paid', version: number): Sighting => ({
    startedMs,
    endedMs: startedMs + 10,
    payments: [{ paymentId: 'pay_1', status, settlement: 'none', version }],
  });

  it('finds nothing where each goes on, and where two answers overlap', () => {
    const sightings = [sighting(0, 'open', 1), sighting(20, 'paid', 2), sighting(25, 'open', 1)];
    expect(checkAxes({ changes: settled, payments: [payment()], sightings })).toEqual([]);
  });

  it('finds an observation that takes something back, a gap, and a row that says something else', () => {
    const payments = [payment()];
    const back = [...settled, step(4, 'settlement', 'settled', 'waiting'), step(5, 'settlement', 'waiting', 'settled')];
    expect(checkAxes({ changes: back, payments, sightings: [] })).toEqual([
      'The settlement of pay_1 went from settled to waiting by observation 4.',
    ]);
    expect(checkAxes({ changes: settled.slice(1), payments, sightings: [] })).toEqual([
      'The status of pay_1 went from open to paid by observation 2, and was creating before.',
    ]);
    expect(checkAxes({ changes: settled, payments: [payment({ status: 'open' })], sightings: [] })).toEqual([
      'The status of pay_1 is shown as open; its observations end with paid.',
    ]);
  });

  it('finds a person who was shown less than before', () => {
    const changes = settled;
    const payments = [payment()];
    expect(checkAxes({ changes, payments, sightings: [sighting(0, 'paid', 2), sighting(20, 'open', 3)] })).toEqual([
      'pay_1 was shown as paid/none (version 2) and later as open/none (version 3).',
    ]);
    expect(checkAxes({ changes, payments, sightings: [sighting(0, 'open', 2), sighting(20, 'open', 1)] })).toEqual([
      'pay_1 was shown as open/none (version 2) and later as open/none (version 1).',
    ]);
  });
});

describe('the ledger and the twin agree', () => {
  it('finds nothing where they say the same, also of what never came to be', () => {
    const failed = payment({ reference: 'R2', status: 'failed', settlement: 'none', paidAmountIdr: null });
    expect(checkPayments({ payments: [payment(), failed], charges: [charge()] })).toEqual([]);
  });

  it('finds another status, settlement or amount, and what one of them does not have', () => {
    const charges = [charge()];
    const theirs = 'is paid, settlement settled, Rp 50000 paid at the twin';
    expect(checkPayments({ payments: [payment({ settlement: 'waiting' })], charges })).toEqual([
      `rem link R1 (pay_1) is paid, settlement waiting, Rp 50000 paid in the ledger and ${theirs}.`,
    ]);
    expect(
      checkPayments({ payments: [payment({ status: 'expired', settlement: 'none', paidAmountIdr: null })], charges }),
    ).toEqual([`rem link R1 (pay_1) is expired, settlement none, nothing paid in the ledger and ${theirs}.`]);
    expect(checkPayments({ payments: [payment({ paidAmountIdr: 1 })], charges })).toEqual([
      `rem link R1 (pay_1) is paid, settlement settled, Rp 1 paid in the ledger and ${theirs}.`,
    ]);
    expect(checkPayments({ payments: [], charges })).toEqual(['rem link R1 is not in the ledger.']);
    expect(checkPayments({ payments: [payment()], charges: [] })).toEqual([
      'rem link R1 (pay_1) is paid, settlement settled, Rp 50000 paid in the ledger and does not exist at the twin.',
    ]);
  });

  it('finds totals that are not the sum of what was paid', () => {
    const totals = { provider: 'rem', kind: 'link', count: 1, paidCount: 1, paidAmountIdr: 50_000 } as const;
    const evidence = { payments: [payment()], charges: [charge()] };
    expect(checkTotals({ ...evidence, totals: [totals] })).toEqual([]);
    expect(checkTotals({ ...evidence, totals: [{ ...totals, paidAmountIdr: 40_000 }] })).toEqual([
      'The totals of rem link are 1 payments, 1 paid, Rp 40000; they should be 1 payments, 1 paid, Rp 50000.',
    ]);
  });
});

describe('every callback is sent on, in order', () => {
  const forwarded = (callbackId: number, state: ForwardedCallback['state'] = 'delivered') => ({ callbackId, state });
  const arrival = (callbackId: number, httpStatus: number | null = 200): ReceivedRequest => ({
    at,
    receiver: 'chaos',
    headers: { 'tautan-callback-id': String(callbackId) },
    body: '{}',
    signature: 'not checked',
    isRepeat: false,
    httpStatus,
  });
  const callbacks = [stored(1), stored(2)];

  it('finds nothing where each arrives, one more than once before the next', () => {
    const received = [arrival(1, 503), arrival(1), arrival(1), arrival(2)];
    expect(checkForwarding({ callbacks, forwarded: [forwarded(1), forwarded(2)], received })).toEqual([]);
  });

  it('finds one that was never taken, one that waits or was given up, and one that was never planned', () => {
    const received = [arrival(1, 503)];
    expect(checkForwarding({ callbacks: [stored(1)], forwarded: [forwarded(1)], received })).toEqual([
      'Callback 1 counts as sent on and the receiver never took it.',
    ]);
    expect(checkForwarding({ callbacks, forwarded: [forwarded(1, 'given_up')], received: [] })).toEqual([
      'Callback 1 is to be sent on and is given up.',
      'Callback 2 is to be sent on and is not planned.',
    ]);
  });

  it('finds one that overtook another of its payment, and lets those of two payments pass each other', () => {
    const both = [forwarded(1), forwarded(2)];
    const received = [arrival(2), arrival(1)];
    expect(checkForwarding({ callbacks, forwarded: both, received })).toEqual([
      'Callback 1 about pay_1 arrived after callback 2.',
    ]);
    const ofTwo = [stored(1), stored(2, { paymentId: 'pay_2' })];
    expect(checkForwarding({ callbacks: ofTwo, forwarded: both, received })).toEqual([]);
    expect(
      checkForwarding({
        callbacks,
        forwarded: both,
        received: [...callbacks.map(({ id }) => arrival(id)), arrival(9)],
      }),
    ).toEqual(['The receiver got callback 9, which is not stored.']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { findByIdempotencyKey, findByProviderId, findByReference, findPayment } from './find-payment.ts';
import { clearDeleting, insertPayment, type NewPayment, postponeCheck, setDeleting } from './intents.ts';
import { leasePaymentsToCheck } from './lease-payments.ts';
import { observe } from './observe.ts';
import { type Statement, silent } from './statement.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

const now = new Date('2026-11-20T02:00:00.000Z');
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
let made = 0;

function intent(change: Partial<NewPayment> = {}): NewPayment {
  made += 1;
  const number = made.toString().padStart(26, '0');
  return {
    id: `pay_${number}`,
    environment: 'sandbox',
    kind: 'link',
    provider: 'rem',
    reference: `TL${number}`,
    order: { amountIdr: 150_000, customerName: 'Siti Rahma', expiresAt: '2026-11-21T02:00:00.000Z' },
    createdAt: now,
    createdBy: null,
    idempotencyKey: `key-${number}`,
    requestDigest: 'digest',
    checkAfter: null,
    ...change,
  };
}

const insert = (payment: NewPayment, on: Db = db) => on.tx((tx) => insertPayment(tx, payment));
const hear = (id: string, said: Partial<Statement>) =>
  db.tx((tx) => observe(tx, id, { source: 'read', statement: { ...silent, ...said }, raw: null, deviations: [] }, now));

describe('an intent', () => {
  test('is in the ledger as creating, as it was asked for, before anybody answers', async () => {
    const asked = intent({ checkAfter: later(125) });
    const { payment, inserted } = await insert(asked);
    expect(inserted).toBe(true);
    expect(payment).toMatchObject({
      id: asked.id,
      status: 'creating',
      amountIdr: 150_000,
      customerName: 'Siti Rahma',
      expiresAt: new Date('2026-11-21T02:00:00.000Z'),
      checkAfter: later(125),
      imported: false,
      version: 1,
    });
    expect(await findPayment(db, 'sandbox', 'link', asked.id)).toEqual(payment);
    expect(await findPayment(db, 'sandbox', null, asked.id)).toEqual(payment);
    expect(await findPayment(db, 'sandbox', 'routing', asked.id)).toBeNull();
    expect(await findPayment(db, 'production', null, asked.id)).toBeNull();
  });

  test('under a key that was used gives the payment of that key', async () => {
    const first = intent();
    await insert(first);
    const second = await insert(intent({ idempotencyKey: first.idempotencyKey }));
    expect(second).toMatchObject({ inserted: false, payment: { id: first.id } });
    expect(await findByIdempotencyKey(db, 'sandbox', first.idempotencyKey ?? '')).toMatchObject({
      payment: { id: first.id },
      requestDigest: 'digest',
    });
    expect(await insert(intent({ idempotencyKey: first.idempotencyKey, environment: 'staging' }))).toMatchObject({
      inserted: true,
    });
  });

  test('under a reference that is taken gives the payment that has it', async () => {
    const first = intent();
    await insert(first);
    expect(await insert(intent({ reference: first.reference }))).toMatchObject({
      inserted: false,
      payment: { id: first.id },
    });
  });

  test('may take the reference of one that never came to be, which then is not found by it any more', async () => {
    const first = intent();
    await insert(first);
    await hear(first.id, {
      status: 'failed',
      isFinal: true,
      failure: { code: 'declined', detail: 'amount invalid', providerCode: null },
    });
    expect(await findByReference(db, 'sandbox', 'rem', 'link', first.reference)).toMatchObject({ id: first.id });
    const second = await insert(intent({ reference: first.reference }));
    expect(second.inserted).toBe(true);
    expect(await findByReference(db, 'sandbox', 'rem', 'link', first.reference)).toMatchObject({
      id: second.payment.id,
    });
  });

  test('of two with the same key at the same time leaves one payment', async () => {
    const other = await database.connectAgain();
    const first = intent();
    const second = intent({ idempotencyKey: first.idempotencyKey });
    const outcomes = await Promise.all([
      insert(first),
      insert(second, other),
      insert(intent({ idempotencyKey: first.idempotencyKey })),
    ]);
    expect(outcomes.filter(({ inserted }) => inserted)).toHaveLength(1);
    expect(new Set(outcomes.map(({ payment }) => payment.id)).size).toBe(1);
    await other.close();
  });

  test('to import knows nothing but its reference until its provider is heard', async () => {
    const { payment } = await insert(intent({ order: null, idempotencyKey: null }));
    expect(payment).toMatchObject({ imported: true, status: 'open', amountIdr: 0, customerName: null });
    const { payment: imported } = await hear(payment.id, {
      status: 'open',
      amountIdr: 75_000,
      customerName: 'Budi',
      createdAt: '2026-11-01T03:00:00.000Z',
      providerPaymentId: 'imported-1',
    });
    expect(imported).toMatchObject({
      amountIdr: 75_000,
      customerName: 'Budi',
      createdAt: new Date('2026-11-01T03:00:00.000Z'),
    });
    expect(await findByProviderId(db, 'sandbox', 'rem', 'imported-1')).toMatchObject({ id: payment.id });
    expect(await findByProviderId(db, 'sandbox', 'fazz', 'imported-1')).toBeNull();
  });
});

describe('a delete under way', () => {
  test('is marked once, is told to the streams, and can be cleared', async () => {
    const { payment } = await insert(intent());
    await hear(payment.id, { status: 'open' });
    const mark = () => db.tx((tx) => setDeleting(tx, payment.id, now, later(30)));
    expect(await mark()).toMatchObject({ deletingSince: now, checkAfter: later(30), version: 3 });
    expect(await mark()).toBeNull();
    const { rows } = await db.query('select id from live_events where payment_id = $1', [payment.id]);
    expect(rows).toHaveLength(3);
    const clear = () => db.tx((tx) => clearDeleting(tx, payment.id, later(1)));
    expect(await clear()).toMatchObject({ deletingSince: null, checkAfter: null, version: 4 });
    expect(await clear()).toBeNull();
  });

  test('is over when the payment ended or is paid, and not before', async () => {
    const { payment } = await insert(intent());
    await hear(payment.id, { status: 'open' });
    await db.tx((tx) => setDeleting(tx, payment.id, now, later(30)));
    const still = await hear(payment.id, { status: 'awaiting_payment' });
    expect(still.payment).toMatchObject({ deletingSince: now, checkAfter: later(30) });
    const over = await hear(payment.id, { status: 'deleted', isFinal: true });
    expect(over.payment).toMatchObject({ status: 'deleted', deletingSince: null, checkAfter: null });
  });
});

describe('payments to check', () => {
  beforeAll(() => db.exec('update payments set check_after = null'));
  const environment = 'staging' as const;
  const lease = (at: Date, limit = 10, on: Db = db) => leasePaymentsToCheck(on, { at, limit, leaseMs: 60_000 });
  const idsOf = (leased: Awaited<ReturnType<typeof lease>>) => leased.map(({ payment }) => payment.id).toSorted();

  test('are leased when they are due, with what was asked for, and come back when the lease ends', async () => {
    const due = await insert(intent({ environment, checkAfter: later(10) }));
    const notDue = await insert(intent({ environment, checkAfter: later(1000) }));
    const [leased, ...others] = await lease(later(20));
    expect(others).toEqual([]);
    expect(leased).toMatchObject({
      payment: { id: due.payment.id, checkAttempts: 1, checkAfter: later(80) },
      order: { amountIdr: 150_000, customerName: 'Siti Rahma' },
    });
    expect(await lease(later(79))).toEqual([]);
    expect(await lease(later(80))).toMatchObject([{ payment: { id: due.payment.id, checkAttempts: 2 } }]);

    await postponeCheck(db, due.payment.id, later(500));
    expect(await lease(later(499))).toEqual([]);
    await hear(due.payment.id, { status: 'open' });
    await postponeCheck(db, due.payment.id, later(500));
    expect(await lease(later(600))).toEqual([]);
    expect(idsOf(await lease(later(1000)))).toEqual([notDue.payment.id]);
  });

  test('are given to one replica each', async () => {
    const other = await database.connectAgain();
    const due = await Promise.all(
      Array.from({ length: 8 }, () => insert(intent({ environment, checkAfter: later(5000) }))),
    );
    const leases = await Promise.all([lease(later(5000), 5), lease(later(5000), 5, other), lease(later(5000), 5)]);
    const rest = await lease(later(5000), 50);
    const all = [...leases.flat(), ...rest];
    expect(idsOf(all).filter((id) => due.some(({ payment }) => payment.id === id))).toEqual(
      due.map(({ payment }) => payment.id).toSorted(),
    );
    await other.close();
  });
});

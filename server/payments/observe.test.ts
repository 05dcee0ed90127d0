import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { factOrClaim, inTwoOrders, observationOf, origin, saidAt, startMs } from '../testing/arbitrary-facts.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { believedFields } from './belief.ts';
import { believe } from './believe.ts';
import type { Fact } from './fact-order.ts';
import { insertPayment } from './intents.ts';
import { observe } from './observe.ts';
import type { Observation, Payment } from './payment.ts';
import { type Statement, silent } from './statement.ts';
import { totalPayments } from './total-payments.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

let made = 0;

async function makePayment(change: Partial<Parameters<typeof insertPayment>[1]> = {}): Promise<Payment> {
  made += 1;
  const id = `pay_${made.toString().padStart(26, '0')}`;
  const { payment } = await db.tx((tx) =>
    insertPayment(tx, {
      id,
      environment: 'sandbox',
      kind: 'link',
      provider: 'rem',
      reference: `TL${made.toString().padStart(8, '0')}`,
      order: {
        amountIdr: 150_000,
        customerName: 'Siti Rahma',
        emails: ['siti@contoh.id', 'kas@contoh.id'],
        enabledMethods: ['va', 'qris'],
      },
      createdAt: new Date(startMs),
      createdBy: null,
      idempotencyKey: randomUUID(),
      requestDigest: 'digest',
      checkAfter: new Date(startMs + 125_000),
      ...change,
    }),
  );
  return payment;
}

const said = (source: Observation['source'], words: Partial<Statement>): Observation => ({
  source,
  statement: { ...silent, ...words },
  isSigned: true,
  raw: '{"status":"…"}',
  deviations: ['amount is a string'],
});

const hear = (payment: Payment, observation: Observation, minute = 0, on: Db = db) =>
  on.tx((tx) => observe(tx, payment.id, observation, new Date(startMs + minute * 60_000)));

async function rowsOf<Row extends object>(sql: string, paymentId: string): Promise<Row[]> {
  return (await db.query<Row>(sql, [paymentId])).rows;
}

const eventsOf = (payment: Payment) =>
  rowsOf<{ id: number; environment: string }>(
    'select id, environment from live_events where payment_id = $1 order by id',
    payment.id,
  );

describe('an observation', () => {
  test('moves the payment, is kept with its verdict, and is told to the streams after the commit', async () => {
    const payment = await makePayment();
    const heard: string[] = [];
    const stop = await db.listen('live', (payload) => heard.push(payload));

    const observed = await hear(
      payment,
      said('create', { status: 'open', url: 'https://pay.example/L', providerPaymentId: 'L-1' }),
    );

    expect(observed).toMatchObject({ verdict: 'applied', reason: null, changed: true });
    expect(observed.payment).toMatchObject({
      status: 'open',
      url: 'https://pay.example/L',
      providerPaymentId: 'L-1',
      emails: ['siti@contoh.id', 'kas@contoh.id'],
      enabledMethods: ['va', 'qris'],
      checkAfter: null,
      version: 2,
    });
    expect(
      await rowsOf(
        'select verdict, source, raw, deviations, changes from observations where payment_id = $1',
        payment.id,
      ),
    ).toEqual([
      {
        verdict: 'applied',
        source: 'create',
        raw: '{"status":"…"}',
        deviations: ['amount is a string'],
        changes: [
          { field: 'status', from: 'creating', to: 'open' },
          { field: 'providerPaymentId', from: null, to: 'L-1' },
          { field: 'url', from: null, to: 'https://pay.example/L' },
        ],
      },
    ]);
    const events = await eventsOf(payment);
    expect(events.map(({ environment }) => environment)).toEqual(['sandbox', 'sandbox']);
    await expect.poll(() => heard).toContain(String(events[1]?.id));
    await stop();
  });

  test('that says nothing new is kept, and leaves version and streams alone', async () => {
    const payment = await makePayment();
    const paid = said('callback', { status: 'paid', isFinal: true, paidAmountIdr: 150_000, saidAt: saidAt(5) });
    const first = await hear(payment, paid, 5);
    const events = await eventsOf(payment);

    const again = await hear(payment, paid, 6);

    expect(again).toMatchObject({ verdict: 'duplicate', reason: { code: 'same_as_before' }, changed: false });
    expect(again.payment).toEqual({ ...first.payment, calledBackAt: new Date(startMs + 6 * 60_000) });
    expect(await eventsOf(payment)).toEqual(events);
    const kept = await rowsOf<{ id: number; verdict: string }>(
      'select id, verdict from observations where payment_id = $1 order by id',
      payment.id,
    );
    expect(kept.map(({ verdict }) => verdict)).toEqual(['applied', 'duplicate']);
    expect(again.reason?.observationId).toBe(String(kept[0]?.id));
  });

  test('leaves no trace when its transaction fails', async () => {
    const payment = await makePayment();
    const events = await eventsOf(payment);
    const broken = db.tx(async (tx) => {
      await observe(tx, payment.id, said('read', { status: 'open' }), new Date(startMs));
      throw new Error('the audit entry failed');
    });
    await expect(broken).rejects.toThrow('the audit entry failed');
    expect(await rowsOf('select status, version from payments where id = $1', payment.id)).toEqual([
      { status: 'creating', version: 1 },
    ]);
    expect(await rowsOf('select id from observations where payment_id = $1', payment.id)).toEqual([]);
    expect(await eventsOf(payment)).toEqual(events);
  });

  test('of a payment that is not there is an error', async () => {
    const nowhere = db.tx((tx) => observe(tx, 'pay_nowhere', said('read', { status: 'open' }), new Date(startMs)));
    await expect(nowhere).rejects.toThrow('not in the ledger');
  });

  test('leaves the resolver its check while the creation is unknown', async () => {
    const payment = await makePayment();
    const observed = await hear(payment, said('read', { channel: 'bca' }));
    expect(observed.payment).toMatchObject({
      status: 'creating',
      channel: 'bca',
      checkAfter: new Date(startMs + 125_000),
    });
  });

  test('knows how it came to be known, and when a read confirmed it', async () => {
    const payment = await makePayment();
    const paid: Partial<Statement> = { status: 'paid', isFinal: true, saidAt: saidAt(5) };
    await hear(payment, said('callback', paid), 5);
    const confirmed = await hear(payment, said('read', paid), 7);
    expect(confirmed).toMatchObject({ verdict: 'applied', changed: true });
    expect(confirmed.payment).toMatchObject({
      knownSource: 'callback',
      knownAt: new Date(startMs + 5 * 60_000),
      confirmedAt: new Date(startMs + 7 * 60_000),
    });
  });
});

describe('two observers of one payment', () => {
  test('both leave their facts, whoever comes first', async () => {
    const other = await database.connectAgain();
    const payment = await makePayment();
    const paid = said('callback', { status: 'paid', isFinal: true, settlement: 'waiting', paidAmountIdr: 150_000 });
    const settled = said('callback', { status: 'paid', isFinal: true, settlement: 'settled', settlesAt: saidAt(900) });
    const expired = said('read', { status: 'expired', isFinal: true });

    const observed = await Promise.all([
      hear(payment, paid, 1),
      hear(payment, settled, 1, other),
      hear(payment, expired, 1),
    ]);

    const version = 1 + observed.filter(({ changed }) => changed).length;
    expect(
      await rowsOf(
        'select status, settlement, late, paid_amount_idr as paid, version from payments where id = $1',
        payment.id,
      ),
    ).toEqual([{ status: 'paid', settlement: 'settled', late: true, paid: 150_000, version }]);
    expect(await rowsOf('select id from observations where payment_id = $1', payment.id)).toHaveLength(3);
    await other.close();
  });

  test('of which both say the same apply it once', async () => {
    const other = await database.connectAgain();
    const payment = await makePayment();
    const paid = said('callback', { status: 'paid', isFinal: true, saidAt: saidAt(3) });
    const observed = await Promise.all([hear(payment, paid, 3), hear(payment, paid, 3, other)]);
    expect(observed.map(({ verdict }) => verdict).toSorted()).toEqual(['applied', 'duplicate']);
    await other.close();
  });
});

describe('random observations', () => {
  const hearAll = async (payment: Payment, facts: Fact[]) => {
    for (const fact of facts) await db.tx((tx) => observe(tx, payment.id, observationOf(fact), fact.observedAt));
  };
  const environment = 'staging';
  const totals = () => totalPayments(db, { environment, kinds: ['link'] }, new Date(startMs));

  test('leave in the row what the fold believes, and in the totals the sum of what is paid', async () => {
    const lives = fc.array(inTwoOrders(fc.array(factOrClaim, { maxLength: 5 })), { minLength: 1, maxLength: 4 });
    const before = await totals();
    let paidCount = before.paidCount ?? 0;
    let paidAmountIdr = before.paidAmountIdr ?? 0;
    const run = async (facts: Fact[]) => {
      const payment = await makePayment({ environment, order: origin.order });
      await hearAll(payment, facts);
      const belief = believe({ ...origin, reference: payment.reference }, facts);
      const { rows } = await db.query(
        'select status, settlement, late, ended, paid_amount_idr as paid from payments where id = $1',
        [payment.id],
      );
      const { status, settlement, late, ended, paidAmountIdr: paid } = belief;
      expect(rows).toEqual([{ status, settlement, late, ended, paid }]);
      if (status === 'paid') paidCount += 1;
      paidAmountIdr += paid ?? 0;
    };
    await fc.assert(
      fc.asyncProperty(lives, async (payments) => {
        for (const [facts] of payments) await run(facts);
        expect(await totals()).toMatchObject({ paidCount, paidAmountIdr });
      }),
      { numRuns: 15 },
    );
  });

  test('read back from the row exactly as they were believed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(factOrClaim, { minLength: 1, maxLength: 4 }), async (facts) => {
        const payment = await makePayment({ environment });
        await hearAll(payment, facts);
        const last = facts.at(-1);
        if (!last) return;
        const again = await db.tx((tx) => observe(tx, payment.id, observationOf(last), last.observedAt));
        const order = {
          amountIdr: 150_000,
          customerName: 'Siti Rahma',
          emails: payment.emails,
          enabledMethods: payment.enabledMethods,
        };
        const belief = believe({ ...origin, reference: payment.reference, order }, [...facts, last]);
        for (const field of believedFields) expect(again.payment[field]).toEqual(belief[field]);
      }),
      { numRuns: 15 },
    );
  });
});

import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { anyFact, observationOf, saidAt, startMs } from '../testing/arbitrary-facts.ts';
import { makeLink } from '../testing/make-link.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { digestOf } from './digest.ts';
import { findPayments } from './find-payment.ts';
import { acknowledge, markSimulated } from './intents.ts';
import { type Observed, observe } from './observe.ts';
import type { Observation, Payment } from './payment.ts';
import { type Statement, silent } from './statement.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

const at = (minute: number): Date => new Date(startMs + minute * 60_000);

async function makeOpen(): Promise<string> {
  const id = await makeLink(db, { createdAt: at(0), order: { amountIdr: 150_000, isOpenAmount: true } });
  await hear(id, 'create', { status: 'open' }, 0);
  return id;
}

const hear = (id: string, source: Observation['source'], said: Partial<Statement>, minute: number): Promise<Observed> =>
  db.tx((tx) =>
    observe(
      tx,
      id,
      { source, statement: { ...silent, ...said }, isSigned: true, raw: null, deviations: [] },
      at(minute),
    ),
  );

const simulate = (id: string, minute: number) => db.tx((tx) => markSimulated(tx, id, at(minute)));
const acknowledgeAt = (id: string, minute: number) => db.tx((tx) => acknowledge(tx, id, at(minute)));

async function read(id: string): Promise<Payment> {
  const [payment] = await findPayments(db, [id]);
  if (!payment) throw new Error(`${id} is not in the ledger`);
  return payment;
}

async function eventsOf(id: string): Promise<number> {
  const { rows } = await db.query<{ id: number }>('select id from live_events where payment_id = $1', [id]);
  return rows.length;
}

const paid = (words: Partial<Statement> = {}): Partial<Statement> => ({
  status: 'paid',
  isFinal: true,
  paidAmountIdr: 150_000,
  saidAt: saidAt(5),
  ...words,
});

describe('a callback', () => {
  test('leaves when it arrived, and a read does not', async () => {
    const id = await makeOpen();
    expect((await hear(id, 'read', paid(), 4)).payment.calledBackAt).toBeNull();
    expect((await hear(id, 'callback', paid(), 5)).payment.calledBackAt).toEqual(at(5));
    expect((await read(id)).calledBackAt).toEqual(at(5));
  });

  test('that says nothing new moves that instant alone, forwards alone', async () => {
    const id = await makeOpen();
    const { payment } = await hear(id, 'callback', paid(), 5);
    const events = await eventsOf(id);
    expect(await hear(id, 'callback', paid(), 9)).toMatchObject({ verdict: 'duplicate', changed: false });
    expect(await hear(id, 'callback', paid(), 7)).toMatchObject({ verdict: 'duplicate', changed: false });
    expect(await read(id)).toEqual({ ...payment, calledBackAt: at(9) });
    expect(await eventsOf(id)).toBe(events);
  });

  test('that somebody waits for since a simulation is told to the streams, once, though it says nothing new', async () => {
    const id = await makeOpen();
    await hear(id, 'callback', paid(), 5);
    const simulated = await simulate(id, 10);
    expect(simulated).toMatchObject({ simulatedAt: at(10), updatedAt: at(10) });
    const events = await eventsOf(id);

    const early = await hear(id, 'callback', paid(), 9);
    expect(early).toMatchObject({ changed: false, payment: { version: simulated.version } });
    const answer = await hear(id, 'callback', paid(), 11);
    expect(answer).toMatchObject({
      verdict: 'duplicate',
      changed: true,
      payment: { calledBackAt: at(11), version: simulated.version + 1 },
    });
    expect(await hear(id, 'callback', paid(), 12)).toMatchObject({ changed: false });
    expect(await eventsOf(id)).toBe(events + 1);
  });

  test('that overtook the answer to the simulation counts as having come', async () => {
    const id = await makeOpen();
    await hear(id, 'callback', paid(), 11);
    const simulated = await simulate(id, 10);
    expect(await hear(id, 'callback', paid(), 12)).toMatchObject({
      changed: false,
      payment: { calledBackAt: at(12), version: simulated.version },
    });
  });
});

test('of two simulations the later is kept, in whichever order they are written down', async () => {
  const id = await makeOpen();
  await simulate(id, 20);
  expect(await simulate(id, 10)).toMatchObject({ simulatedAt: at(20) });
  await expect(simulate('pay_nowhere', 10)).rejects.toThrow('not in the ledger');
});

describe('a contradiction', () => {
  test('is left for a person to acknowledge, and told to the streams both times', async () => {
    const id = await makeOpen();
    const { payment } = await hear(id, 'callback', paid(), 5);
    expect(await acknowledgeAt(id, 6)).toBeNull();
    const events = await eventsOf(id);

    const denied = await hear(id, 'read', paid({ paidAmountIdr: 140_000, saidAt: null }), 7);
    expect(denied).toMatchObject({ verdict: 'contradicts', changed: true });
    expect(denied.payment).toMatchObject({ contradictedAt: at(7) });
    expect(denied.payment.version).toBe(payment.version + 1);
    expect(await eventsOf(id)).toBe(events + 1);

    const acknowledged = await acknowledgeAt(id, 8);
    expect(acknowledged).toMatchObject({ contradictedAt: null, version: payment.version + 2, updatedAt: at(8) });
    expect(await eventsOf(id)).toBe(events + 2);
    expect(await acknowledgeAt(id, 9)).toBeNull();
  });

  test('in words that were acknowledged is not raised again, in other words it is', async () => {
    const id = await makeOpen();
    await hear(id, 'callback', paid(), 5);
    const words = paid({ paidAmountIdr: 140_000, saidAt: null });
    await hear(id, 'read', words, 7);
    await acknowledgeAt(id, 8);
    expect(await hear(id, 'read', words, 9)).toMatchObject({
      verdict: 'contradicts',
      changed: false,
      payment: { contradictedAt: null },
    });
    expect(await hear(id, 'read', { ...words, paidAmountIdr: 130_000 }, 10)).toMatchObject({
      verdict: 'contradicts',
      changed: true,
      payment: { contradictedAt: at(10) },
    });
  });

  test('may come in words that contradicted nothing when they were said first', async () => {
    const id = await makeOpen();
    const stillOpen = { status: 'expired' as const, isFinal: true };
    await hear(id, 'read', stillOpen, 1);
    await hear(id, 'callback', paid(), 5);
    expect(await hear(id, 'read', stillOpen, 7)).toMatchObject({
      verdict: 'contradicts',
      payment: { status: 'paid', contradictedAt: at(7) },
    });
  });
});

test('what people watch never goes back but by acknowledging, and each change of it is a version and an event', async () => {
  const step = fc.oneof(
    { weight: 5, arbitrary: anyFact.map((fact) => ({ kind: 'hear' as const, fact })) },
    { weight: 1, arbitrary: fc.nat(600).map((minute) => ({ kind: 'simulate' as const, minute })) },
    { weight: 1, arbitrary: fc.constant({ kind: 'acknowledge' as const }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
      const id = await makeOpen();
      const contradicted = new Set<string>();
      for (const one of steps) {
        const before = await read(id);
        if (one.kind === 'acknowledge') {
          const acknowledged = await acknowledgeAt(id, 700);
          expect(acknowledged === null).toBe(before.contradictedAt === null);
          const version = before.contradictedAt === null ? before.version : before.version + 1;
          expect(await read(id)).toMatchObject({ contradictedAt: null, version, calledBackAt: before.calledBackAt });
        } else if (one.kind === 'simulate') {
          const { simulatedAt } = await simulate(id, one.minute);
          expect(simulatedAt?.getTime()).toBe(Math.max(msOf(before.simulatedAt), at(one.minute).getTime()));
        } else {
          const { source, statement, observedAt } = one.fact;
          const { verdict, changed, payment } = await db.tx((tx) =>
            observe(tx, id, observationOf(one.fact), observedAt),
          );
          const heardMs = source === 'callback' ? observedAt.getTime() : 0;
          expect(msOf(payment.calledBackAt)).toBe(Math.max(msOf(before.calledBackAt), heardMs));
          const isRaised = verdict === 'contradicts' && !contradicted.has(digestOf(statement));
          if (verdict === 'contradicts') contradicted.add(digestOf(statement));
          const raisedMs = isRaised ? observedAt.getTime() : 0;
          expect(msOf(payment.contradictedAt)).toBe(Math.max(msOf(before.contradictedAt), raisedMs));
          const isAnswer = before.simulatedAt !== null && msOf(before.calledBackAt) < msOf(before.simulatedAt);
          if (isAnswer && msOf(payment.calledBackAt) >= msOf(before.simulatedAt)) expect(changed).toBe(true);
          if (msOf(payment.contradictedAt) !== msOf(before.contradictedAt)) expect(changed).toBe(true);
          expect(payment.version).toBe(before.version + (changed ? 1 : 0));
          expect(await read(id)).toEqual(payment);
        }
      }
      expect(await eventsOf(id)).toBe((await read(id)).version);
    }),
    { numRuns: 25 },
  );
});

const msOf = (instant: Date | null): number => instant?.getTime() ?? 0;

test('an end that was only claimed and denied does not count: late money is looked for after the real one', async () => {
  const id = await makeOpen();
  const say = (said: Partial<Statement>, minute: number, how: Pick<Observation, 'source' | 'isSigned' | 'askedAt'>) =>
    db.tx((tx) =>
      observe(tx, id, { statement: { ...silent, ...said }, raw: null, deviations: [], ...how }, at(minute)),
    );
  const reads = (minute: number) => ({ source: 'read' as const, isSigned: true, askedAt: at(minute) });
  const [day, expired] = [24 * 60, { status: 'expired', isFinal: true } as const];
  await say(expired, 5, { source: 'callback', isSigned: false });
  await say({ status: 'open' }, 6, reads(6));
  await say({ status: 'open' }, 10, reads(10));
  await say(expired, day + 60, reads(day + 60));
  expect(await read(id)).toMatchObject({ status: 'expired', sweepAfter: at(2 * day) });
});

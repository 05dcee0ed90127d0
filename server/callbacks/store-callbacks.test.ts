import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { ReceivedCallback } from './callbacks.sql.ts';
import { createCallbackStore } from './store-callbacks.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());
beforeEach(() => db.exec('delete from callbacks'));

const callback = (number: number, changes: Partial<ReceivedCallback> = {}): ReceivedCallback => ({
  environment: 'sandbox',
  provider: 'rem',
  receivedAt: new Date('2026-11-21T03:00:00Z'),
  sourceAddress: '127.0.0.1',
  headers: {},
  body: new TextEncoder().encode(String(number)),
  ...changes,
});

/** The bodies of all that is stored, in the order of ids. */
async function stored(): Promise<string[]> {
  const { rows } = await db.query<{ body: Uint8Array }>('select body from callbacks order by id');
  return rows.map(({ body }) => new TextDecoder().decode(body));
}

/** No database keeps a NUL in a text. */
const unstorable = { headers: { 'x-note': 'a\u0000b' } };

describe('the store of callbacks', () => {
  it('keeps a flood in the order of its arrival, with far fewer statements than callbacks', async () => {
    let statements = 0;
    const counting: Db = {
      ...db,
      query(text, params) {
        statements += 1;
        return db.query(text, params);
      },
    };
    const store = createCallbackStore(counting);
    const numbers = Array.from({ length: 1_000 }, (_, index) => index);
    await Promise.all(numbers.map((number) => store(callback(number))));
    expect(await stored()).toEqual(numbers.map(String));
    expect(statements).toBeLessThanOrEqual(10);
  });

  it('says that a callback is kept only when it is', async () => {
    const store = createCallbackStore(db);
    const seen = await Promise.all(
      Array.from({ length: 30 }, async (_, number) => {
        await store(callback(number));
        return (await stored()).includes(String(number));
      }),
    );
    expect(seen).toEqual(seen.map(() => true));
  });

  it('of a batch with one that cannot be stored keeps all others, in their order, and refuses that one', async () => {
    const store = createCallbackStore(db);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, number) => store(callback(number, number === 7 ? unstorable : {}))),
    );
    expect(outcomes.map(({ status }) => status).indexOf('rejected')).toBe(7);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    const others = Array.from({ length: 20 }, (_, number) => String(number)).filter((number) => number !== '7');
    expect(await stored()).toEqual(others);
    await store(callback(20));
    expect(await stored()).toEqual([...others, '20']);
  });

  it('does not let large bodies pile up in one statement', async () => {
    const store = createCallbackStore(db);
    const body = new Uint8Array(256 * 1024).fill(120);
    await Promise.all(Array.from({ length: 40 }, (_, number) => store(callback(number, { body }))));
    const { rows } = await db.query<{ count: number }>(
      'select count(*) as count from callbacks where length(body) = 262144',
    );
    expect(rows[0]?.count).toBe(40);
  });

  it('refuses all that waits at once when the database is away, and keeps what comes after', async () => {
    let isAway = true;
    let statements = 0;
    const failing: Db = {
      ...db,
      query(text, params) {
        statements += 1;
        return isAway ? Promise.reject(new Error('connection lost')) : db.query(text, params);
      },
    };
    const store = createCallbackStore(failing);
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, (_, number) => store(callback(number))));
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    // Not one by one: each could wait for its time-out while its sender waits too.
    expect(statements).toBeLessThanOrEqual(2);
    isAway = false;
    await store(callback(50));
    expect(await stored()).toEqual(['50']);
  });
});

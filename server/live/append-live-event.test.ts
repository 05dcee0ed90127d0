import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase, testEngine } from '../testing/test-database.ts';
import { appendLiveEvent } from './append-live-event.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

const seenAfter = async (id: number) =>
  (await db.query<{ id: number }>('select id from live_events where id > $1 order by id', [id])).rows.map(
    (row) => row.id,
  );

test('a rolled back change leaves no event and notifies nobody', async () => {
  const heard: string[] = [];
  const stop = await db.listen('live', (payload) => heard.push(payload));
  const broken = db.tx(async (tx) => {
    await appendLiveEvent(tx, 'sandbox', 'pay_1');
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  const id = await db.tx((tx) => appendLiveEvent(tx, 'sandbox', 'pay_2'));
  await expect.poll(() => heard).toEqual([String(id)]);
  expect(await seenAfter(0)).toEqual([id]);
  await stop();
});

// PGlite runs one transaction at a time anyway.
test.skipIf(testEngine === 'pglite')('a reader never sees an event before one with a lower id', async () => {
  const other = await database.connectAgain();
  const start = (await seenAfter(0)).at(-1) ?? 0;
  const gate = new EventEmitter();
  const appended = once(gate, 'appended');
  const first = db.tx(async (tx) => {
    const mayCommit = once(gate, 'commit');
    gate.emit('appended', await appendLiveEvent(tx, 'sandbox', 'pay_3'));
    await mayCommit;
  });
  const [firstId] = await appended;
  const second = other.tx((tx) => appendLiveEvent(tx, 'sandbox', 'pay_4'));

  const waiting = async () => {
    const { rows } = await db.query(`select 1 as one from pg_locks where locktype = 'advisory' and not granted`);
    return rows.length;
  };
  await expect.poll(waiting).toBe(1);
  expect(await seenAfter(start)).toEqual([]);

  gate.emit('commit');
  await first;
  const secondId = await second;
  expect(secondId).toBeGreaterThan(firstId);
  expect(await seenAfter(start)).toEqual([firstId, secondId]);
  await other.close();
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { recordAction, updateOutcome } from './record.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await db.query(
    `insert into staff (id, email, name, role, password_hash) values ('s1', 'rina@toko.id', 'Rina', 'finance', '-')`,
  );
});
afterAll(() => database.close());

const actor: Actor = { staffId: 's1', name: 'Rina', role: 'finance', requestId: 'req-1' };
const at = new Date('2026-11-20T02:00:00.000Z');
const entries = async () => (await db.query('select * from audit_entries order by id')).rows;

test('an action is kept with who did it, as they were then, and with its outcome when it is known', async () => {
  const id = await db.tx((tx) =>
    recordAction(tx, actor, {
      action: 'signIn',
      environment: null,
      paymentId: null,
      outcome: 'pending',
      detail: { from: 'console' },
      at,
    }),
  );
  await updateOutcome(db, id, 'refused', { message: 'disabled' });
  await db.query(`update staff set name = 'Rina Halim', role = 'admin' where id = 's1'`);
  expect(await entries()).toEqual([
    {
      id,
      at,
      staff_id: 's1',
      staff_name: 'Rina',
      staff_role: 'finance',
      action: 'signIn',
      environment: null,
      payment_id: null,
      outcome: 'refused',
      detail: { from: 'console', message: 'disabled' },
      request_id: 'req-1',
    },
  ]);
});

test('an action whose transaction fails leaves no entry', async () => {
  const before = await entries();
  const broken = db.tx(async (tx) => {
    await recordAction(tx, actor, {
      action: 'createLink',
      environment: 'sandbox',
      paymentId: null,
      outcome: 'done',
      at,
    });
    throw new Error('the intent failed');
  });
  await expect(broken).rejects.toThrow('the intent failed');
  expect(await entries()).toEqual(before);
});

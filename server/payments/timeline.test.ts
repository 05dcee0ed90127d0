import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAction, updateOutcome } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { insertPayment } from './intents.ts';
import { observe } from './observe.ts';
import type { Observation } from './payment.ts';
import { type Statement, silent } from './statement.ts';
import { readTimeline } from './timeline.ts';

let database: TestDatabase;
let db: Db;
let actor: Actor;
const paymentId = 'pay_00000000000000000000000001';
const at = (minute: number): Date => new Date(Date.parse('2026-11-20T02:00:00.000Z') + minute * 60_000);

const hear = (
  source: Observation['source'],
  said: Partial<Statement>,
  minute: number,
  more: Partial<Observation> = {},
) =>
  db.tx((tx) =>
    observe(
      tx,
      paymentId,
      { source, statement: { ...silent, ...said }, isSigned: true, raw: null, deviations: [], ...more },
      at(minute),
    ),
  );

beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await db.query(
    `insert into staff (id, email, name, role, password_hash) values ('s1', 'rina@toko.id', 'Rina', 'finance', '-')`,
  );
  actor = { staffId: 's1', name: 'Rina', role: 'finance', requestId: 'req-1' };
  await db.tx(async (tx) => {
    await insertPayment(tx, {
      id: paymentId,
      environment: 'sandbox',
      kind: 'link',
      provider: 'rem',
      reference: 'TL1',
      order: { amountIdr: 150_000 },
      createdAt: at(0),
      createdBy: 's1',
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    await recordAction(tx, actor, {
      action: 'createLink',
      environment: 'sandbox',
      paymentId,
      outcome: 'done',
      at: at(0),
    });
  });
  await hear('create', { status: 'open', phone: '081234563321', emails: ['siti@gmail.com'] }, 0, {
    raw: '{"phone":"081234563321"}',
  });

  const { rows } = await db.query<{ id: number }>(
    `insert into callbacks (environment, provider, headers, body, payment_id) values ('sandbox', 'rem', '{}', $1, $2) returning id`,
    [Buffer.from('{"status":"complete","name":"\xff"}', 'latin1'), paymentId],
  );
  const paid: Partial<Statement> = {
    status: 'paid',
    isFinal: true,
    providerStatus: 'complete',
    method: 'va',
    channel: 'bca',
    saidAt: at(5).toISOString(),
  };
  await hear('callback', paid, 5, { callbackId: rows[0]?.id ?? 0, deviations: ['amount is a string'] });

  const pending = await db.tx((tx) =>
    recordAction(tx, actor, {
      action: 'deletePayment',
      environment: 'sandbox',
      paymentId,
      outcome: 'pending',
      at: at(6),
    }),
  );
  await db.tx((tx) => updateOutcome(tx, pending, 'refused', { message: 'Invalid Payment Status', code: '300' }));
  const resend = { action: 'resendPaymentCallback', environment: 'sandbox', paymentId, outcome: 'done' } as const;
  await db.tx((tx) => recordAction(tx, actor, { ...resend, at: at(7) }));
  const simulated = { action: 'simulatePayments', environment: 'sandbox', paymentId, outcome: 'done' } as const;
  await db.tx((tx) => recordAction(tx, actor, { ...simulated, at: at(8) }));
  await hear('callback', paid, 9);
  await db.tx((tx) => recordAction(tx, actor, { ...resend, at: at(10) }));
  await db.tx((tx) =>
    recordAction(tx, actor, { action: 'getLink', environment: 'sandbox', paymentId, outcome: 'done', at: at(11) }),
  );
});
afterAll(() => database.close());

test('shows what was said and done, newest first, and leaves out what changed nothing for anybody', async () => {
  const { entries } = await readTimeline(db, paymentId, { withRaw: true });
  expect(entries.map((one) => (one.type === 'action' ? one.action : `${one.source} ${one.verdict}`))).toEqual([
    'resendPaymentCallback',
    'callback duplicate',
    'simulatePayments',
    'resendPaymentCallback',
    'deletePayment',
    'callback applied',
    'create applied',
    'createLink',
  ]);
});

test('shows an observation with the message as it arrived, even when it is not quite UTF-8', async () => {
  const { entries } = await readTimeline(db, paymentId, { withRaw: true });
  const first = entries.find((one) => one.at === at(5).toISOString());
  expect(first).toMatchObject({
    type: 'observation',
    saidAt: at(5).toISOString(),
    status: 'paid',
    providerStatus: 'complete',
    method: 'va',
    channel: 'bca',
    reason: null,
    deviations: ['amount is a string'],
    raw: '{"status":"complete","name":"\ufffd"}',
  });
  const again = entries.find((one) => one.type === 'observation' && one.verdict === 'duplicate');
  expect(again).toMatchObject({
    reason: { code: 'same_as_before', observationId: first?.id, at: at(5).toISOString() },
    raw: null,
  });
});

test('shows an action with its outcome, and one that awaits a callback with the callback that followed it', async () => {
  const { entries } = await readTimeline(db, paymentId, { withRaw: true });
  const actions = entries.filter((one) => one.type === 'action');
  const shown = actions.map(({ action, outcome, detail, providerCode, callbackAt }) => [
    action,
    outcome,
    detail,
    providerCode,
    callbackAt,
  ]);
  expect(shown).toEqual([
    ['resendPaymentCallback', 'done', null, null, null],
    ['simulatePayments', 'done', null, null, at(9).toISOString()],
    ['resendPaymentCallback', 'done', null, null, at(9).toISOString()],
    ['deletePayment', 'refused', 'Invalid Payment Status', '300', null],
    ['createLink', 'done', null, null, null],
  ]);
  expect(actions[0]?.actor).toEqual({ name: 'Rina', role: 'finance' });
});

test('for people who may not read contacts has no messages and masked changes', async () => {
  const { entries } = await readTimeline(db, paymentId, { withRaw: false });
  expect(entries.filter((one) => one.type === 'observation').map(({ raw }) => raw)).toEqual([null, null, null]);
  const created = entries.find((one) => one.type === 'observation' && one.source === 'create');
  expect(created).toMatchObject({
    changes: expect.arrayContaining([
      { field: 'emails', from: null, to: 's•••@gmail.com' },
      { field: 'phone', from: null, to: '08•• •••• 3321' },
    ]),
  });
  expect(JSON.stringify(entries)).not.toContain('1234563');
});

test('of a payment that nobody spoke of is empty', async () => {
  expect(await readTimeline(db, 'pay_nothing', { withRaw: true })).toEqual({ entries: [] });
});

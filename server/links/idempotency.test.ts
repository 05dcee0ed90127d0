import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RunningServer } from '../start-server.ts';
import { fazzInput, postLink, remInput } from '../testing/link-inputs.ts';
import { signInAs, startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let replica: RunningServer;
let first: TestClient;
let second: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  replica = await app.startReplica();
  first = await app.signIn('finance');
  second = await signInAs(replica.url, 'finance');
});
afterAll(async () => {
  await replica.stop();
  await app.close();
});
beforeEach(() => app.sandbox.control.disarm());

const creations = () => app.sandbox.control.requests({ operation: 'createPaymentLink' }).length;
const audited = async () =>
  (await app.db.query<{ n: number }>(`select count(*) as n from audit_entries where action = 'createLink'`)).rows[0]
    ?.n ?? 0;

it.each([
  { who: 'two tabs', clients: () => [first, first] },
  { who: 'two replicas', clients: () => [first, second] },
])('$who that send one key at the same time get one link', async ({ clients }) => {
  app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 300, count: null });
  for (const input of [remInput(), fazzInput()]) {
    const before = { calls: creations(), audit: await audited() };
    const key = randomUUID();
    const answers = await Promise.all([...clients(), ...clients()].map((client) => postLink(client, input, key)));
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 200, 200, 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    expect(new Set(answers.map(({ data }) => data?.status))).toEqual(new Set(['open']));
    expect(creations() - before.calls).toBe(1);
    expect((await audited()) - before.audit).toBe(1);
  }
});

it('a key that was used stays with its link, however often and late it is sent again', async () => {
  const key = randomUUID();
  const input = remInput({ expiresAt: new Date(Date.now() + 301_000).toISOString() });
  const { data } = await postLink(first, input, key);
  // By now the expiry would be too soon for a new link.
  await expect.poll(async () => (await postLink(first, input)).response.status, { timeout: 5_000 }).toBe(400);
  const again = await postLink(second, input, key);
  expect(again.response.status).toBe(200);
  expect(again.data?.id).toBe(data?.id);
});

it('the order of the fields makes no other request, but another value does', async () => {
  const key = randomUUID();
  const { customerName, ...others } = remInput();
  const { data } = await postLink(first, { ...others, customerName }, key);
  const reordered = await postLink(first, { customerName, ...others }, key);
  expect(reordered.response.status).toBe(200);
  expect(reordered.data?.id).toBe(data?.id);

  const before = creations();
  const { error, response } = await postLink(first, { ...others, customerName: 'Budi Santoso' }, key);
  expect(response.status).toBe(422);
  expect(error).toMatchObject({ type: '/problems/idempotency-key-reused', paymentId: data?.id });
  expect(creations()).toBe(before);
});

it('of two persons who take one reference at the same time one is told that it is taken', async () => {
  const reference = 'WEDDING2026';
  const answers = await Promise.all([first, second].map((client) => postLink(client, remInput({ reference }))));
  expect(answers.map(({ response }) => response.status).sort()).toEqual([201, 409]);
  expect(app.sandbox.control.links({ reference })).toHaveLength(1);
});

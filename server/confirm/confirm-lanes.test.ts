import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type AnsweringServer, startAnsweringServer } from '../testing/answering-server.ts';
import { newLink, readLink, remInput } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const callbackToken = 'the-token-of-rem-in-staging-0001';
const { clock, moveOn } = movableClock();
const seconds = 1_000;
let silent: AnsweringServer;
let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  silent = await startAnsweringServer();
  app = await startTestApp({
    clock,
    startWorkers: false,
    accounts: [
      {
        provider: 'rem',
        environment: 'staging',
        baseUrl: silent.url,
        payUrl: null,
        callbackToken,
        credentials: { username: 'toko', apiKey: 'key' },
      },
    ],
  });
  finance = await app.signIn('finance');
});
afterAll(async () => {
  await app.close();
  await silent.close();
});
const unanswered: ServerResponse[] = [];
beforeEach(async () => {
  silent.behave((response) => void unanswered.push(response));
  await app.db.exec('delete from read_budgets; update payments set confirm_after = null');
});
afterEach(async () => {
  for (const response of unanswered.splice(0)) response.destroy();
  await app.deps.calls.drain(10 * seconds);
});

/** Links in staging that a callback claims to be paid; their REM answers nothing. */
async function claimInStaging(count: number): Promise<void> {
  const url = `${app.url}/callbacks/rem/staging/${callbackToken}`;
  for (let index = 0; index < count; index++) {
    const reference = `STAGING${clock().getTime()}${index}`;
    await makeLink(app.db, {
      environment: 'staging',
      reference,
      createdAt: clock(),
      said: { status: 'open', providerPaymentId: `id-${reference}` },
    });
    const body = JSON.stringify({ partner_tx_id: reference, status: 'complete', amount: 10_000, paid_amount: 10_000 });
    expect((await fetch(url, { method: 'POST', body })).status).toBe(200);
  }
  await app.workers.callbacks.processAll();
}

it('a provider that does not answer holds up the claims of no other account', async () => {
  await claimInStaging(25);
  const asking = app.workers.confirmer.processAll();
  await expect.poll(() => silent.received.length).toBe(20);

  const { id, reference } = await newLink(finance, remInput());
  app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
  await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
  await asking;
  expect(silent.received).toHaveLength(20);
});

it('a payment is not asked about again by a process that waits for the answer, but soon by another', async () => {
  const replica = await app.startReplica();
  await claimInStaging(1);
  await app.workers.confirmer.processAll();
  moveOn(31 * seconds);
  await app.workers.confirmer.processAll();
  expect(silent.received).toHaveLength(1);
  await replica.workers.confirmer.processAll();
  expect(silent.received).toHaveLength(2);
  for (const response of unanswered.splice(0)) response.destroy();
  await replica.stop();
});

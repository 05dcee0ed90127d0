import { afterAll, beforeAll, expect, it } from 'vitest';
import { newRouting, paymentAt, paymentTimeline, readPayment } from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;
let support: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  finance = await app.signIn('finance');
  support = await app.signIn('support');
});
afterAll(() => app.close());

const acknowledge = (client: TestClient, id: string) =>
  client.POST('/api/{environment}/payments/{id}/acknowledge', paymentAt(id));
const contradicted = async () => {
  const params = { path: { environment: 'sandbox' as const }, query: { attention: 'contradicted' as const } };
  return (await support.GET('/api/{environment}/payments', { params })).data?.items.map(({ id }) => id);
};

/** A callback, well-formed and at the right address, that states another amount. */
async function contradict(reference: string, amountIdr: number) {
  const body = { trx_id: 'x', partner_trx_id: reference, receive_amount: amountIdr, payment_status: 'WAITING_PAYMENT' };
  const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

it('a payment that contradicts itself waits for a person until one has looked, and again after the next time', async () => {
  const { id, reference } = await newRouting(finance);
  expect((await readPayment(support, id)).contradictedAt).toBeNull();
  await contradict(reference, 99_000);
  await expect.poll(async () => (await readPayment(support, id)).contradictedAt).toEqual(expect.any(String));
  expect(await contradicted()).toEqual([id]);

  const { data, response } = await acknowledge(support, id);
  expect(response.status).toBe(200);
  expect(data).toMatchObject({ id, contradictedAt: null, status: 'awaiting_payment' });
  expect(await contradicted()).toEqual([]);
  expect((await paymentTimeline(support, id))[0]).toMatchObject({
    type: 'action',
    action: 'acknowledgePayment',
    outcome: 'done',
    actor: { role: 'support' },
  });

  await contradict(reference, 98_000);
  await expect.poll(async () => (await readPayment(support, id)).contradictedAt).toEqual(expect.any(String));
});

it('of several persons who look at the same time one is written down, and all are answered', async () => {
  const { id, reference } = await newRouting(finance);
  await contradict(reference, 99_000);
  await expect.poll(async () => (await readPayment(support, id)).contradictedAt).toEqual(expect.any(String));
  const answers = await Promise.all(Array.from({ length: 4 }, () => acknowledge(support, id)));
  expect(answers.map(({ response }) => response.status)).toEqual([200, 200, 200, 200]);
  const actions = (await paymentTimeline(support, id)).filter(
    (entry) => entry.type === 'action' && entry.action === 'acknowledgePayment',
  );
  expect(actions).toHaveLength(1);
});

it('a payment that nobody needs to look at stays as it is', async () => {
  const { id, version } = await newRouting(finance);
  expect((await acknowledge(support, id)).data).toMatchObject({ version, contradictedAt: null });
  expect(await paymentTimeline(support, id)).toHaveLength(2);
  expect((await acknowledge(support, `pay_${'0'.repeat(26)}`)).error).toMatchObject({
    type: '/problems/payment-unknown',
  });
});

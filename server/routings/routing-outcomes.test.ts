import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { movableClock } from '../testing/movable-clock.ts';
import { paymentTimeline, postRouting, readPayment, routingInput } from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const { clock, moveOn } = movableClock();
const seconds = 1_000;
let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  const config = { answerWithinMs: 1_500, providerTimeoutMs: 5 * seconds };
  app = await startTestApp({ clock, config, startWorkers: false });
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const operation = 'createPaymentRouting';
const routingsAtRem = (reference: string) => app.sandbox.control.links({ kind: 'routing', reference });
const creationsOf = (reference: string) => app.sandbox.control.requests({ reference, operation });

/** Lets the check that waits become due, and runs the resolver. */
async function resolveAfter(ms: number) {
  moveOn(ms);
  await app.workers.resolver.processAll();
}

it.each(['lost_response', 'error_500_after_work', 'html_answer'] as const)(
  'a routing whose answer is lost (%s) is being checked, and then found by its reference; it is never sent again',
  async (scenario) => {
    app.sandbox.control.arm({ scenario, operation });
    const { data, response } = await postRouting(finance, routingInput());
    expect(response.status).toBe(202);
    expect(data).toMatchObject({ kind: 'routing', status: 'creating', hasQr: false, providerPaymentId: null });
    const { id = '', reference = '' } = data ?? {};

    await resolveAfter(2 * seconds);
    const resolved = await readPayment(finance, id);
    expect(resolved).toMatchObject({ status: 'awaiting_payment', hasQr: true, failure: null });
    expect(routingsAtRem(reference)).toMatchObject([{ id: resolved.providerPaymentId }]);
    expect(creationsOf(reference)).toHaveLength(1);
    expect(await paymentTimeline(finance, id)).toMatchObject([
      { source: 'read', verdict: 'applied' },
      { source: 'create', status: null },
      { action: 'createRouting', outcome: 'done' },
    ]);
  },
);

it('a general error (901) is not final: the routing is checked, and proved absent once REM can no longer work on it', async () => {
  app.sandbox.control.arm({ scenario: 'routing_rejection', operation, code: 901 });
  const { data, response } = await postRouting(finance, routingInput());
  expect(response.status).toBe(202);
  const { id = '', reference = '' } = data ?? {};
  await resolveAfter(2 * seconds);
  expect(await readPayment(finance, id)).toMatchObject({ status: 'creating' });
  await resolveAfter(30 * seconds);
  expect(await readPayment(finance, id)).toMatchObject({ status: 'failed', failure: { code: 'not_created' } });
  expect((await paymentTimeline(finance, id)).at(-1)).toMatchObject({
    action: 'createRouting',
    outcome: 'unavailable',
  });
  expect(routingsAtRem(reference)).toEqual([]);
  expect(creationsOf(reference)).toHaveLength(1);
});

it('a routing of another program under the reference is not taken for ours', async () => {
  const reference = 'SOMEBODY-ELSES';
  const order = {
    amountIdr: 11_000,
    hasHostedPage: false,
    method: 'qris',
    reference,
    expiresAt: inMinutes(20),
  } as const;
  await app.deps.accounts.get('sandbox', 'rem')?.ports.routing?.create(order);
  // The gateway hides REM's refusal (203) from us.
  app.sandbox.control.arm({ scenario: 'html_answer', operation });
  const { data, response } = await postRouting(finance, routingInput({ reference }));
  expect(response.status).toBe(202);
  await resolveAfter(2 * seconds);
  await resolveAfter(30 * seconds);
  expect(await readPayment(finance, data?.id ?? '')).toMatchObject({
    status: 'failed',
    failure: { code: 'not_created' },
  });
});

it('an answer that is late is taken when it comes', async () => {
  app.sandbox.control.arm({ scenario: 'slow_answer', operation, delayMs: 2_500 });
  const { data, response } = await postRouting(finance, routingInput());
  expect(response.status).toBe(202);
  expect(data?.status).toBe('creating');
  const id = data?.id ?? '';
  await vi.waitFor(async () => expect((await readPayment(finance, id)).status).toBe('awaiting_payment'), 5_000);
  expect(await paymentTimeline(finance, id)).toMatchObject([
    { source: 'create', verdict: 'applied' },
    { action: 'createRouting', outcome: 'done' },
  ]);
});

const inMinutes = (minutes: number) => new Date(clock().getTime() + minutes * 60_000).toISOString();

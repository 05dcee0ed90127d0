import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from '../testing/movable-clock.ts';
import { oneTimeInputs, paymentTimeline, postOneTime, readPayment } from '../testing/payment-inputs.ts';
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

const operation = 'createPayment';
const paymentsAtFazz = (reference: string) => app.sandbox.control.links({ kind: 'one-time', reference });

/** Lets the check that waits become due, and runs the resolver. */
async function resolveAfter(ms: number) {
  moveOn(ms);
  await app.workers.resolver.processAll();
}

describe.each(['va', 'retail_outlet', 'qris', 'ewallet'] as const)('a payment by %s', (method) => {
  it.each(['lost_response', 'error_500'] as const)(
    'whose answer is lost (%s) is being checked, and ends as one, because Fazz makes no second of a referenceId',
    async (scenario) => {
      app.sandbox.control.arm({ scenario, operation });
      const { data, response } = await postOneTime(finance, oneTimeInputs[method]);
      expect(response.status).toBe(202);
      expect(data).toMatchObject({ kind: 'one-time', status: 'creating', method, providerPaymentId: null });
      const { id = '', reference = '' } = data ?? {};

      await resolveAfter(2 * seconds);
      const resolved = await readPayment(finance, id);
      expect(resolved).toMatchObject({ status: 'open', method, failure: null, feeIdr: expect.any(Number) });
      expect(paymentsAtFazz(reference)).toMatchObject([{ id: resolved.providerPaymentId }]);
      expect(await paymentTimeline(finance, id)).toMatchObject([
        { source: 'read', status: 'open', verdict: 'applied' },
        { source: 'create', status: null },
        { action: 'createOneTimePayment', outcome: 'done' },
      ]);
    },
  );
});

it('a payment of another program under the reference is not taken for ours', async () => {
  const reference = 'SOMEBODY-ELSES';
  const order = { ...oneTimeInputs.va, amountIdr: 11_000, reference, expiresAt: inHours(5) };
  await app.deps.accounts.get('sandbox', 'fazz')?.ports['one-time']?.create(order);
  app.sandbox.control.arm({ scenario: 'lost_response', operation });
  const { data, response } = await postOneTime(finance, { ...oneTimeInputs.va, reference });
  expect(response.status).toBe(202);
  await resolveAfter(2 * seconds);
  await resolveAfter(30 * seconds);
  expect(await readPayment(finance, data?.id ?? '')).toMatchObject({
    status: 'failed',
    failure: { code: 'not_created' },
  });
});

const inHours = (hours: number) => new Date(clock().getTime() + hours * 3_600_000).toISOString();

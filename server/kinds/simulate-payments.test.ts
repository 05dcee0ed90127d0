import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { roles } from '../auth/permissions.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { fazzInput, newLink, remInput } from '../testing/link-inputs.ts';
import {
  newOneTime,
  newRouting,
  oneTimeInputs,
  paymentTimeline,
  readPayment,
  routingInput,
} from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

type Step = components['schemas']['SimulationInput']['step'];

let app: TestApp;
/** Stands for REM in production: the twin under production's name. */
let productionRem: Sandbox;
let tester: TestClient;
let finance: TestClient;

beforeAll(async () => {
  productionRem = await startSandbox({ port: 0, dataFile: null });
  const account = {
    provider: 'rem',
    environment: 'production',
    baseUrl: productionRem.remUrl,
    payUrl: null,
    callbackToken: 'a-token-of-production',
    credentials: demoAccount.rem,
  } as const;
  app = await startTestApp({ accounts: [account], config: { answerWithinMs: 1_500 } });
  tester = await app.signIn('tester');
  finance = await app.signIn('finance');
});
afterAll(async () => {
  await app.close();
  await productionRem.close();
});
beforeEach(() => app.sandbox.control.disarm());

const simulate = async (ids: string[], step: Step = 'payment') => {
  const params = { path: { environment: 'sandbox' as const } };
  const { data, response } = await tester.POST('/api/{environment}/payment-simulations', {
    params,
    body: { ids, step },
  });
  if (!data) throw new Error(`nothing was simulated: HTTP ${response.status}`);
  return data.results;
};
const simulationsOf = (id: string) =>
  app.db.query<{ outcome: string; detail: object }>(
    `select outcome, detail from audit_entries where action = 'simulatePayments' and payment_id = $1 order by id`,
    [id],
  );
const nobody = `pay_${'0'.repeat(26)}`;

describe('a payment that is simulated', () => {
  it.each([
    { kind: 'routing', make: () => newRouting(finance) },
    { kind: 'routing with a page', make: () => newRouting(finance, { hasHostedPage: true }) },
    { kind: 'virtual account', make: () => newOneTime(finance, oneTimeInputs.va) },
    { kind: 'e-wallet payment', make: () => newOneTime(finance, oneTimeInputs.ewallet) },
    { kind: 'link at Fazz', make: () => newLink(finance, fazzInput()) },
  ])('($kind) is paid by a callback like any other, and the action says when that came', async ({ make }) => {
    const { id } = await make();
    const before = Date.now();
    expect(await simulate([id])).toMatchObject([
      { id, outcome: 'simulated', reason: null, detail: null, providerCode: null, payment: { id } },
    ]);
    await expect.poll(async () => (await readPayment(tester, id)).status).toBe('paid');
    const { simulatedAt, calledBackAt, knownFrom } = await readPayment(tester, id);
    expect(Date.parse(simulatedAt ?? '')).toBeGreaterThanOrEqual(before);
    expect(Date.parse(calledBackAt ?? '')).toBeGreaterThanOrEqual(Date.parse(simulatedAt ?? ''));
    expect(knownFrom).toMatchObject({ source: 'callback' });
    const timeline = await paymentTimeline(tester, id);
    expect(timeline.find(({ type }) => type === 'action')).toMatchObject({
      action: 'simulatePayments',
      outcome: 'done',
      actor: { role: 'tester' },
      callbackAt: expect.any(String),
    });
  });

  it('can be settled at Fazz afterwards; REM settles by itself', async () => {
    const { id } = await newOneTime(finance, oneTimeInputs.qris);
    expect(await simulate([id], 'settlement')).toMatchObject([{ outcome: 'not_allowed', reason: 'not_paid_yet' }]);
    await simulate([id]);
    await expect.poll(async () => (await readPayment(tester, id)).status).toBe('paid');
    expect(await simulate([id], 'settlement')).toMatchObject([{ outcome: 'simulated' }]);
    await expect.poll(async () => (await readPayment(tester, id)).settlement).toBe('settled');
    const routing = await newRouting(finance);
    expect(await simulate([routing.id], 'settlement')).toMatchObject([
      { outcome: 'not_allowed', reason: 'not_offered' },
    ]);
    expect((await simulationsOf(id)).rows).toMatchObject([
      { outcome: 'done', detail: { step: 'payment' } },
      { outcome: 'done', detail: { step: 'settlement' } },
    ]);
  });
});

describe('several payments', () => {
  it('get a result each, in the order of the request; those that allow it are simulated', async () => {
    const routing = await newRouting(finance);
    const paid = await newRouting(finance);
    app.sandbox.control.pay(paid.reference);
    await expect.poll(async () => (await readPayment(tester, paid.id)).status).toBe('paid');
    const remLink = await newLink(finance, remInput());
    const payment = await newOneTime(finance, oneTimeInputs.va);
    const results = await simulate([nobody, routing.id, paid.id, remLink.id, payment.id]);
    expect(results).toMatchObject([
      { id: nobody, outcome: 'payment_unknown', reason: null, payment: null },
      { id: routing.id, outcome: 'simulated' },
      { id: paid.id, outcome: 'not_allowed', reason: 'already_paid', payment: { status: 'paid' } },
      { id: remLink.id, outcome: 'not_allowed', reason: 'not_offered' },
      { id: payment.id, outcome: 'simulated' },
    ]);
    for (const { id } of [paid, remLink]) expect((await simulationsOf(id)).rows).toEqual([]);
  });

  it('are asked for a few at a time, 50 at most', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => newRouting(finance)));
    const before = app.sandbox.control.requests().length;
    const results = await simulate(made.map(({ id }) => id));
    expect(results.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['simulated']));
    // Reads of the payments that follow are no part of it.
    const asked = app.sandbox.control.requests().slice(before);
    expect(asked.filter(({ operation }) => operation === 'simulatePaymentRoutingCallback')).toHaveLength(12);

    const ids = Array.from({ length: 51 }, (_, index) => `pay_${String(index).padStart(26, '0')}`);
    const bodies = [
      { ids, step: 'payment' },
      { ids: [], step: 'payment' },
      { ids: [nobody, nobody], step: 'payment' },
    ];
    for (const body of bodies) {
      const response = await fetch(`${app.url}/api/sandbox/payment-simulations`, {
        method: 'POST',
        headers: { cookie: tester.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      expect(await response.json()).toMatchObject({ type: '/problems/invalid-request', errors: [{ field: 'ids' }] });
    }
  });
});

describe('a provider that does not do as asked', () => {
  it('refuses with its words, and then no callback is awaited', async () => {
    const { id, reference } = await newRouting(finance);
    app.sandbox.control.arm({ scenario: 'callback_never', provider: 'rem' });
    app.sandbox.control.expire(reference);
    const [result] = await simulate([id]);
    expect(result).toMatchObject({ outcome: 'refused', detail: expect.stringMatching(/not waiting/i) });
    expect(await readPayment(tester, id)).toMatchObject({ simulatedAt: null });
    expect((await simulationsOf(id)).rows).toMatchObject([{ outcome: 'refused', detail: { message: result?.detail } }]);
  });

  it('asks for fewer requests: nothing was done', async () => {
    const { id } = await newOneTime(finance, oneTimeInputs.va);
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'createPaymentTask' });
    expect(await simulate([id])).toMatchObject([{ outcome: 'unavailable', payment: { simulatedAt: null } }]);
    expect((await simulationsOf(id)).rows).toMatchObject([{ outcome: 'unavailable' }]);
  });

  it.each(['lost_response', 'error_500_after_work'] as const)(
    'loses its answer (%s): nobody knows, until the callback comes',
    async (scenario) => {
      const { id } = await newRouting(finance);
      app.sandbox.control.arm({ scenario, operation: 'simulatePaymentRoutingCallback' });
      expect(await simulate([id])).toMatchObject([
        { outcome: 'unknown', detail: expect.any(String), payment: { simulatedAt: expect.any(String) } },
      ]);
      await expect.poll(async () => (await readPayment(tester, id)).status).toBe('paid');
      expect((await simulationsOf(id)).rows).toMatchObject([{ outcome: 'unknown' }]);
    },
  );

  it('answers late: that one is not known yet, the others are, and the late answer is written down when it comes', async () => {
    const slow = await newRouting(finance);
    const quick = await newOneTime(finance, oneTimeInputs.va);
    app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'simulatePaymentRoutingCallback', delayMs: 2_500 });
    expect(await simulate([slow.id, quick.id])).toMatchObject([
      { id: slow.id, outcome: 'unknown', detail: null },
      { id: quick.id, outcome: 'simulated' },
    ]);
    expect((await simulationsOf(slow.id)).rows).toMatchObject([{ outcome: 'pending' }]);
    await expect.poll(async () => (await simulationsOf(slow.id)).rows[0]?.outcome).toBe('done');
    expect((await readPayment(tester, slow.id)).simulatedAt).toEqual(expect.any(String));
  });

  it('is so slow that the time is up before the last one: those are not begun, and nothing is done to them', async () => {
    const made = await Promise.all(Array.from({ length: 8 }, () => newRouting(finance)));
    const operation = 'simulatePaymentRoutingCallback';
    app.sandbox.control.arm({ scenario: 'slow_answer', operation, delayMs: 2_500, count: null });
    const results = await simulate(made.map(({ id }) => id));
    expect(results.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 5 }, () => 'unknown'),
      ...Array.from({ length: 3 }, () => 'unavailable'),
    ]);
    for (const { id } of made.slice(5)) expect((await simulationsOf(id)).rows).toEqual([]);
  });
});

describe('in production', () => {
  it.each(roles)('%s is refused, and nobody is asked', async (role) => {
    const path = { environment: 'production' } as const;
    const made = await finance.POST('/api/{environment}/routings', {
      params: { path, header: { 'Idempotency-Key': `production-${role}` } },
      body: routingInput(),
    });
    expect(made.response.status).toBe(201);
    expect(made.data?.actions.simulatePayment).toEqual({ allowed: false, reason: 'no_permission' });
    const client = await app.signIn(role);
    const body = { ids: [made.data?.id ?? ''], step: 'payment' as const };
    const { error, response } = await client.POST('/api/{environment}/payment-simulations', { params: { path }, body });
    expect(response.status).toBe(403);
    expect(error).toMatchObject({ type: '/problems/forbidden' });
    expect(productionRem.control.requests({ operation: 'simulatePaymentRoutingCallback' })).toEqual([]);
  });

  it('a payment is not reached through a test environment either', async () => {
    const { rows } = await app.db.query<{ id: string }>(`select id from payments where environment = 'production'`);
    const id = rows[0]?.id ?? '';
    expect(await simulate([id])).toMatchObject([{ id, outcome: 'payment_unknown', payment: null }]);
  });
});

it.each(['viewer', 'support', 'finance'] as const)('%s may not simulate anywhere', async (role) => {
  const client = await app.signIn(role);
  const { id } = await newRouting(finance);
  const path = { environment: 'sandbox' } as const;
  const { response } = await client.POST('/api/{environment}/payment-simulations', {
    params: { path },
    body: { ids: [id], step: 'payment' },
  });
  expect(response.status).toBe(403);
  expect((await readPayment(client, id)).actions.simulatePayment).toEqual({ allowed: false, reason: 'no_permission' });
});

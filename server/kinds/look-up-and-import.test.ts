import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { fazzInput, newLink, remInput } from '../testing/link-inputs.ts';
import { newRouting, oneTimeInputs, paymentTimeline, readPayment, routingInput } from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

type Schemas = components['schemas'];

let app: TestApp;
let support: TestClient;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  support = await app.signIn('support');
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const sandbox = { params: { path: { environment: 'sandbox' } } } as const;
const lookUp = async (body: Schemas['LookUpInput']) =>
  (await support.POST('/api/{environment}/payment-lookups', { ...sandbox, body })).data?.answers;
const importAs = (body: Schemas['ImportInput']) =>
  support.POST('/api/{environment}/payment-imports', { ...sandbox, body });

const inTwentyMinutes = () => new Date(Date.now() + 20 * 60_000).toISOString();
const inAnHour = () => new Date(Date.now() + 65 * 60_000).toISOString();

/** Payments that another program of the merchant made; out: the provider's id. */
async function routingElsewhere(reference: string): Promise<string> {
  const order = { ...routingInput(), reference, method: 'qris' as const, expiresAt: inTwentyMinutes() };
  await app.deps.accounts.get('sandbox', 'rem')?.ports.routing?.create(order);
  return app.sandbox.control.link(reference)?.id ?? '';
}
async function paymentElsewhere(reference: string): Promise<string> {
  const order = { ...oneTimeInputs.va, reference, expiresAt: inAnHour() };
  await app.deps.accounts.get('sandbox', 'fazz')?.ports['one-time']?.create(order);
  return app.sandbox.control.link(reference)?.id ?? '';
}
const operationsSince = (before: number) =>
  app.sandbox.control
    .requests()
    .slice(before)
    .map(({ operation }) => operation);

describe('a routing of another program', () => {
  it('is found by its reference, with REM asked by that alone, and imported', async () => {
    const providerPaymentId = await routingElsewhere('ROUTE-1');
    const before = app.sandbox.control.requests().length;
    expect(await lookUp({ kind: 'routing', by: 'reference', value: 'ROUTE-1' })).toEqual([
      {
        provider: 'rem',
        outcome: 'found',
        payment: {
          reference: 'ROUTE-1',
          providerPaymentId,
          status: 'awaiting_payment',
          amountIdr: 76_000,
          customerName: null,
          description: null,
          paymentId: null,
        },
      },
    ]);
    expect(operationsSince(before)).toEqual(['checkPaymentRoutingStatus']);

    const by = { kind: 'routing', by: 'reference', provider: 'rem', value: 'ROUTE-1' } as const;
    const { data, response } = await importAs(by);
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      kind: 'routing',
      reference: 'ROUTE-1',
      providerPaymentId,
      imported: true,
      hasQr: true,
    });
    expect(await paymentTimeline(support, data?.id ?? '')).toMatchObject([
      { source: 'import', verdict: 'applied' },
      { action: 'importPayment', outcome: 'done', actor: { role: 'support' } },
    ]);
    const again = await importAs(by);
    expect([again.response.status, again.data?.id]).toEqual([200, data?.id]);
    expect(await lookUp({ kind: 'routing', value: 'ROUTE-1' })).toMatchObject([
      { outcome: 'in_ledger', payment: { paymentId: data?.id } },
    ]);
  });

  it('is found by the number on its receipt, as that or as whatever it may be', async () => {
    await routingElsewhere('ROUTE-2');
    const { payment } = app.sandbox.control.pay('ROUTE-2', { channel: 'dana' });
    const value = payment?.paymentReferenceNumber ?? '';
    expect(await lookUp({ kind: 'routing', by: 'paymentReferenceNumber', value })).toMatchObject([
      { outcome: 'found', payment: { reference: 'ROUTE-2', status: 'paid' } },
    ]);
    expect(await lookUp({ kind: 'routing', value })).toMatchObject([{ outcome: 'found' }]);
    // As another key it is nobody's.
    expect(await lookUp({ kind: 'routing', by: 'reference', value })).toMatchObject([{ outcome: 'not_found' }]);
    const { data } = await importAs({ kind: 'routing', provider: 'rem', by: 'paymentReferenceNumber', value });
    expect(data).toMatchObject({ reference: 'ROUTE-2', status: 'paid', paymentReferenceNumber: value });
  });

  it("cannot be found by REM's id, because REM has no such call, unless the ledger holds it", async () => {
    const value = await routingElsewhere('ROUTE-3');
    const by = { kind: 'routing', by: 'providerPaymentId', value } as const;
    expect(await lookUp(by)).toEqual([{ provider: 'rem', outcome: 'cannot_look_up', payment: null }]);
    expect((await importAs({ ...by, provider: 'rem' })).error).toMatchObject({ type: '/problems/not-at-provider' });
    const { id, providerPaymentId } = await newRouting(finance);
    expect(await lookUp({ ...by, value: providerPaymentId ?? '' })).toMatchObject([
      { outcome: 'in_ledger', payment: { paymentId: id } },
    ]);
  });
});

describe('a one-time payment of another program', () => {
  it.each([
    { by: 'providerPaymentId', operation: 'getPayment' },
    { by: 'reference', operation: 'listPayments' },
    { by: undefined, operation: 'getPayment' },
  ] as const)('is found at Fazz by $by, and imported', async ({ by, operation }) => {
    const reference = `ONCE-${by}`;
    const providerPaymentId = await paymentElsewhere(reference);
    const value = by === 'reference' ? reference : providerPaymentId;
    const before = app.sandbox.control.requests().length;
    const asked = { kind: 'one-time', value, ...(by && { by }) } as const;
    expect(await lookUp(asked)).toMatchObject([
      { provider: 'fazz', outcome: 'found', payment: { reference, providerPaymentId, status: 'open' } },
    ]);
    expect(operationsSince(before)).toEqual([operation]);
    const { data, response } = await importAs({ ...asked, provider: 'fazz' });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({ kind: 'one-time', reference, providerPaymentId, method: 'va', imported: true });
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readPayment(support, data?.id ?? '')).status).toBe('paid');
  });

  it('has no receipt number to be found by', async () => {
    expect(await lookUp({ kind: 'one-time', by: 'paymentReferenceNumber', value: 'ABCD1234' })).toEqual([
      { provider: 'fazz', outcome: 'cannot_look_up', payment: null },
    ]);
  });
});

describe('a link', () => {
  it('is asked for at both providers by the one key that is given', async () => {
    const { id, reference, providerPaymentId } = await newLink(finance, fazzInput());
    expect(await lookUp({ kind: 'link', by: 'providerPaymentId', value: providerPaymentId ?? '' })).toMatchObject([
      { provider: 'rem', outcome: 'not_found' },
      { provider: 'fazz', outcome: 'in_ledger', payment: { paymentId: id } },
    ]);
    expect(await lookUp({ kind: 'link', by: 'reference', value: reference })).toMatchObject([
      { provider: 'rem', outcome: 'not_found' },
      { provider: 'fazz', outcome: 'in_ledger' },
    ]);
  });

  it('of the ledger is not taken for a routing with the same reference', async () => {
    const { reference } = await newLink(finance, remInput({ reference: 'ONLYALINK' }));
    expect(await lookUp({ kind: 'routing', value: reference })).toMatchObject([{ outcome: 'not_found' }]);
  });
});

describe('a look-up or import that makes no sense', () => {
  const send = (path: string, body: object) =>
    fetch(`${app.url}/api/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: support.cookie },
      body: JSON.stringify(body),
    });

  it.each([
    [
      { kind: 'routing', reference: 'ROUTE-1', paymentReferenceNumber: 'ABCD1234' },
      ['value', 'reference', 'paymentReferenceNumber'],
    ],
    [{ kind: 'routing', value: 'ROUTE-1', paymentReferenceNumber: 'ABCD1234' }, ['paymentReferenceNumber']],
    [{ kind: 'routing', by: ['reference', 'paymentReferenceNumber'], value: 'ROUTE-1' }, ['by']],
    [{ kind: 'routing', by: 'amount', value: '76000' }, ['by']],
    [{ kind: 'voucher', value: 'ROUTE-1' }, ['kind']],
    [{ value: 'ROUTE-1' }, ['kind']],
  ])('(%j) is refused with the names of what is wrong, and nobody is asked', async (body, fields) => {
    const before = app.sandbox.control.requests().length;
    for (const [path, input] of [
      ['payment-lookups', body],
      ['payment-imports', { ...body, provider: 'rem' }],
    ] as const) {
      const response = await send(path, input);
      expect(response.status).toBe(400);
      const problem = (await response.json()) as Schemas['Problem'];
      expect(problem.type).toBe('/problems/invalid-request');
      expect(new Set(problem.errors?.map(({ field }) => field))).toEqual(new Set(fields));
    }
    expect(app.sandbox.control.requests()).toHaveLength(before);
  });

  it.each([
    ['routing', 'fazz'],
    ['one-time', 'rem'],
  ] as const)('is an import of a %s from %s, which has none', async (kind, provider) => {
    const { error, response } = await importAs({ kind, provider, value: 'ROUTE-1' });
    expect(response.status).toBe(400);
    expect(error).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ field: 'provider', code: 'not_allowed' }],
    });
  });
});

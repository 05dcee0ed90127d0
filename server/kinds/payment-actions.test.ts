import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { linkAt, newLink, remInput } from '../testing/link-inputs.ts';
import {
  newOneTime,
  newRouting,
  oneTimeInputs,
  paymentAt,
  paymentTimeline,
  postRouting,
  readPayment,
  routingInput,
} from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({ config: { answerWithinMs: 1_500 } });
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const refresh = (id: string) => finance.POST('/api/{environment}/payments/{id}/refresh', paymentAt(id));
const resend = (id: string) => finance.POST('/api/{environment}/payments/{id}/resend-callback', paymentAt(id));
const remove = (id: string) => finance.DELETE('/api/{environment}/payments/{id}', paymentAt(id));

const kinds = {
  routing: { provider: 'rem', read: 'checkPaymentRoutingStatus', make: () => newRouting(finance) },
  'one-time': { provider: 'fazz', read: 'getPayment', make: () => newOneTime(finance, oneTimeInputs.va) },
} as const;

describe.each(['routing', 'one-time'] as const)('a %s', (kind) => {
  const { provider, read, make } = kinds[kind];

  it('is read at its provider, which tells what nobody told us', async () => {
    const { id, reference } = await make();
    app.sandbox.control.arm({ scenario: 'callback_never', provider });
    app.sandbox.control.pay(reference);
    const { data, response } = await refresh(id);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({
      status: 'paid',
      settlement: 'waiting',
      knownFrom: { source: 'read', confirmedAt: expect.any(String) },
    });
    expect((await paymentTimeline(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'read', status: 'paid', verdict: 'applied' },
      { action: 'refreshPayment', outcome: 'done' },
    ]);
  });

  it('whose read takes long is told so, and the answer is taken all the same', async () => {
    const { id, reference } = await make();
    app.sandbox.control.expire(reference);
    app.sandbox.control.arm({ scenario: 'slow_answer', provider, operation: read, delayMs: 2_200 });
    const { error, response } = await refresh(id);
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', provider, paymentId: id });
    await expect.poll(async () => (await readPayment(finance, id)).status).toBe('expired');
  });

  it('that its provider has forgotten stays as it is', async () => {
    const { id, status } = await make();
    app.sandbox.control.reset();
    const { error, response } = await refresh(id);
    expect(response.status).toBe(404);
    expect(error).toMatchObject({ type: '/problems/not-at-provider', provider, paymentId: id });
    expect((await readPayment(finance, id)).status).toBe(status);
  });

  it('is no link: under /links it is unknown, whatever is asked of it', async () => {
    const { id } = await make();
    const answers = [
      await finance.GET('/api/{environment}/links/{id}', linkAt(id)),
      await finance.GET('/api/{environment}/links/{id}/timeline', linkAt(id)),
      await finance.POST('/api/{environment}/links/{id}/refresh', linkAt(id)),
      await finance.POST('/api/{environment}/links/{id}/resend-callback', linkAt(id)),
      await finance.DELETE('/api/{environment}/links/{id}', linkAt(id)),
    ];
    for (const { error, response } of answers) {
      expect(response.status).toBe(404);
      expect(error).toMatchObject({ type: '/problems/payment-unknown' });
    }
    expect(await paymentTimeline(finance, id)).toHaveLength(2);
  });
});

describe('resending a callback', () => {
  it('of a routing has REM send it again, and the action says when it came', async () => {
    const { id, reference } = await newRouting(finance);
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readPayment(finance, id)).status).toBe('paid');
    const callbacks = async () =>
      (await paymentTimeline(finance, id)).filter((one) => one.type === 'observation' && one.source === 'callback');
    expect(await callbacks()).toHaveLength(1);

    expect((await resend(id)).response.status).toBe(202);
    await expect.poll(async () => (await callbacks()).map(({ type, ...one }) => ({ type, ...one }))).toHaveLength(2);
    expect(await callbacks()).toMatchObject([{ verdict: 'duplicate' }, { verdict: 'applied' }]);
    const actions = (await paymentTimeline(finance, id)).filter(({ type }) => type === 'action');
    expect(actions[0]).toMatchObject({
      action: 'resendPaymentCallback',
      outcome: 'done',
      callbackAt: expect.any(String),
    });
  });

  it('of a routing that nobody has paid, and of a payment of Fazz, is refused with the reason', async () => {
    expect((await resend((await newRouting(finance)).id)).error).toMatchObject({ reason: 'no_callback_yet' });
    const { error, response } = await resend((await newOneTime(finance, oneTimeInputs.va)).id);
    expect(response.status).toBe(409);
    expect(error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'fazz_cannot_resend' });
  });

  it('that REM refuses is kept with its code', async () => {
    const { id, reference } = await newRouting(finance);
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readPayment(finance, id)).status).toBe('paid');
    app.sandbox.control.arm({ scenario: 'routing_rejection', operation: 'checkPaymentRoutingStatus', code: 402 });
    const { error, response } = await resend(id);
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ type: '/problems/provider-declined', providerCode: '402' });
    expect((await paymentTimeline(finance, id))[0]).toMatchObject({
      action: 'resendPaymentCallback',
      outcome: 'refused',
      detail: error?.providerMessage,
      providerCode: '402',
    });
  });
});

describe('cancelling', () => {
  it('a virtual account at Fazz ends it', async () => {
    const { id, reference } = await newOneTime(finance, oneTimeInputs.va);
    const { data, response } = await remove(id);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({ status: 'deleted', actions: { delete: { reason: 'already_deleted' } } });
    expect(app.sandbox.control.link(reference)?.status).toBe('closed');
    expect((await paymentTimeline(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'delete', status: 'deleted' },
      { action: 'deletePayment', outcome: 'done', actor: { role: 'finance' } },
    ]);
  });

  it.each(['retail_outlet', 'qris', 'ewallet'] as const)('a payment by %s is not offered by Fazz', async (method) => {
    const { id, actions } = await newOneTime(finance, oneTimeInputs[method]);
    expect(actions.delete).toEqual({ allowed: false, reason: 'only_virtual_accounts' });
    const { error, response } = await remove(id);
    expect(response.status).toBe(409);
    expect(error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'only_virtual_accounts' });
  });

  it('a routing is not offered by REM', async () => {
    const { id, actions } = await newRouting(finance);
    expect(actions.delete).toEqual({ allowed: false, reason: 'not_offered' });
    const { error, response } = await remove(id);
    expect(response.status).toBe(409);
    expect(error).toMatchObject({ reason: 'not_offered' });
  });

  it('a virtual account that was paid meanwhile is refused by Fazz, with its words, and known to be paid', async () => {
    const { id, reference } = await newOneTime(finance, oneTimeInputs.va);
    app.sandbox.control.arm({ scenario: 'callback_never', provider: 'fazz' });
    app.sandbox.control.pay(reference);
    const { error, response } = await remove(id);
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ type: '/problems/provider-declined', provider: 'fazz' });
    expect(await readPayment(finance, id)).toMatchObject({ status: 'paid' });
  });
});

describe('payments of all kinds', () => {
  const search = async (query: { kind?: ('link' | 'routing' | 'one-time')[]; q?: string }) => {
    const params = { path: { environment: 'sandbox' as const }, query };
    const page = await finance.GET('/api/{environment}/payments', { params });
    const totals = await finance.GET('/api/{environment}/payment-totals', { params });
    const kindsOf = (page.data?.items ?? []).map(({ kind }) => kind);
    expect(totals.data?.count).toBe(kindsOf.length);
    return kindsOf.toSorted();
  };

  it('are found and counted together, or one kind alone; /links finds links only', async () => {
    const reference = 'SHAREDBYALL';
    await newLink(finance, remInput({ reference }));
    await newRouting(finance, { reference });
    await newOneTime(finance, { ...oneTimeInputs.qris, reference });
    expect(await search({ q: reference })).toEqual(['link', 'one-time', 'routing']);
    expect(await search({ q: reference, kind: ['routing'] })).toEqual(['routing']);
    expect(await search({ q: reference, kind: ['one-time', 'link'] })).toEqual(['link', 'one-time']);
    const path = { environment: 'sandbox' } as const;
    const links = await finance.GET('/api/{environment}/links', { params: { path, query: { q: reference } } });
    expect(links.data?.items).toMatchObject([{ kind: 'link' }]);
  });

  it('that were never created can be read here, and nothing else', async () => {
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'createPaymentRouting' });
    const { error } = await postRouting(finance, routingInput());
    const { actions } = await readPayment(finance, error?.paymentId ?? '');
    expect(Object.values(actions).map(({ allowed }) => allowed)).toEqual([false, false, false, false, false]);
    expect((await refresh(error?.paymentId ?? '')).error).toMatchObject({ reason: 'never_created' });
  });
});

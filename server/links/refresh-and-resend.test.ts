import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fazzInput, linkAt, newLink, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({ config: { answerWithinMs: 1_500 } });
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const refresh = (id: string) => finance.POST('/api/{environment}/links/{id}/refresh', linkAt(id));
const resend = (id: string) => finance.POST('/api/{environment}/links/{id}/resend-callback', linkAt(id));

describe.each([
  { provider: 'rem', input: remInput, operation: 'getPaymentLinkStatus' },
  { provider: 'fazz', input: fazzInput, operation: 'getPaymentLink' },
] as const)('refreshing a link at $provider', ({ provider, input, operation }) => {
  it('finds out what nobody told us, and says that it is known by a read', async () => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'callback_never', provider });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    const { data, response } = await refresh(id);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({
      status: 'paid',
      settlement: 'waiting',
      paidAmountIdr: expect.any(Number),
      knownFrom: { source: 'read', confirmedAt: expect.any(String) },
    });
    expect((await timelineOf(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'read', status: 'paid', verdict: 'applied' },
      { action: 'refreshPayment', outcome: 'done' },
    ]);
  });

  it('tells when the provider takes long, and takes its answer all the same', async () => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.expire(reference);
    app.sandbox.control.arm({ scenario: 'slow_answer', provider, operation, delayMs: 2_200 });
    const { error, response } = await refresh(id);
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', provider, paymentId: id });
    await expect.poll(async () => (await readLink(finance, id)).status, { timeout: 5_000 }).toBe('expired');
  });

  it.each([
    { scenario: 'error_500', status: 503, type: '/problems/provider-unavailable', outcome: 'unavailable' },
    { scenario: 'error_429', status: 503, type: '/problems/provider-unavailable', outcome: 'unavailable' },
  ] as const)('fails without a trace on the link ($scenario)', async ({ scenario, status, type, outcome }) => {
    const { id } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario, provider, operation });
    const { error, response } = await refresh(id);
    expect(response.status).toBe(status);
    expect(error).toMatchObject({ type, provider, paymentId: id });
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', version: 2 });
    expect((await timelineOf(finance, id))[0]).toMatchObject({ action: 'refreshPayment', outcome });
  });

  it('keeps a link that its provider has forgotten', async () => {
    const { id } = await newLink(finance, input());
    app.sandbox.control.reset();
    const { error, response } = await refresh(id);
    expect(response.status).toBe(404);
    expect(error).toMatchObject({ type: '/problems/not-at-provider', provider, paymentId: id });
    expect(await readLink(finance, id)).toMatchObject({ status: 'open' });
    expect((await timelineOf(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'read', status: null, deviations: [expect.stringContaining('knows no such payment')] },
      { action: 'refreshPayment', outcome: 'refused' },
    ]);
  });
});

it('a read that says something unreadable is no answer', async () => {
  const { id } = await newLink(finance, remInput());
  app.sandbox.control.arm({ scenario: 'html_answer', operation: 'getPaymentLinkStatus', httpStatus: 200 });
  const { error, response } = await refresh(id);
  expect(response.status).toBe(502);
  expect(error).toMatchObject({ type: '/problems/provider-unreadable', provider: 'rem' });
});

it('what never came to be cannot be refreshed', async () => {
  app.sandbox.control.arm({ scenario: 'error_429', operation: 'createPaymentLink' });
  const { error } = await postLink(finance, remInput());
  const refused = await refresh(error?.paymentId ?? '');
  expect(refused.response.status).toBe(409);
  expect(refused.error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'never_created' });
});

it('persons who refresh a link at the same time, while its callback comes in, are all answered', async () => {
  const { id, reference } = await newLink(finance, remInput());
  app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
  const answers = await Promise.all(Array.from({ length: 10 }, () => refresh(id)));
  expect(answers.map(({ response }) => response.status)).toEqual(Array.from({ length: 10 }, () => 200));
});

it('a callback that is asked for again arrives, and the action says when', async () => {
  const { id, reference } = await newLink(finance, remInput());
  app.sandbox.control.pay(reference, { method: 'qris', channel: 'ovo' });
  await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
  const callbacks = async () =>
    (await timelineOf(finance, id)).filter((entry) => entry.type === 'observation' && entry.source === 'callback');
  expect(await callbacks()).toHaveLength(1);

  const { response } = await resend(id);
  expect(response.status).toBe(202);
  await expect.poll(async () => (await callbacks()).length).toBe(2);
  expect(await callbacks()).toMatchObject([{ verdict: 'duplicate' }, { verdict: 'applied' }]);
  const timeline = await timelineOf(finance, id);
  expect(timeline.find((entry) => entry.type === 'action')).toMatchObject({
    action: 'resendPaymentCallback',
    outcome: 'done',
    callbackAt: expect.any(String),
  });
  expect(app.sandbox.control.deliveries({ reference }).map(({ reason }) => reason)).toContain('resend');
});

it('Fazz cannot send a callback again, and that is the reason given', async () => {
  const { id } = await newLink(finance, fazzInput());
  const { error, response } = await resend(id);
  expect(response.status).toBe(409);
  expect(error).toMatchObject({ reason: 'fazz_cannot_resend' });
});

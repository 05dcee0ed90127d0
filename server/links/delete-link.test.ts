import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fazzInput, linkAt, newLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
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

const remove = (id: string) => finance.DELETE('/api/{environment}/links/{id}', linkAt(id));

describe.each([
  { provider: 'rem', input: remInput, operation: 'deletePaymentLink' },
  { provider: 'fazz', input: fazzInput, operation: 'createPaymentLinkTask' },
] as const)('a link at $provider', ({ provider, input, operation }) => {
  it('that nobody has begun to pay is deleted', async () => {
    const { id, reference, actions } = await newLink(finance, input());
    expect(actions.delete).toEqual({ allowed: true, reason: null });
    const { data, response } = await remove(id);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({
      status: 'deleted',
      actions: { delete: { allowed: false, reason: 'already_deleted' } },
    });
    expect(app.sandbox.control.link(reference)?.status).toBe('closed');
    expect((await timelineOf(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'delete', status: 'deleted', verdict: 'applied' },
      { action: 'deletePayment', outcome: 'done', actor: { role: 'finance' } },
    ]);

    const again = await remove(id);
    expect(again.response.status).toBe(409);
    expect(again.error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'already_deleted' });
    expect(app.sandbox.control.requests({ operation, reference })).toHaveLength(1);
  });

  it('that its payer has just paid is not: the refusal is shown and the ledger learns why', async () => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'callback_never', provider });
    app.sandbox.control.pay(reference);
    const { error, response } = await remove(id);
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ type: '/problems/provider-declined', provider, paymentId: id });
    expect(error?.providerMessage).not.toBe('');
    expect(await readLink(finance, id)).toMatchObject({
      status: 'paid',
      actions: { delete: { allowed: false, reason: 'already_paid' } },
    });
    expect((await timelineOf(finance, id)).slice(0, 2)).toMatchObject([
      { source: 'read', status: 'paid', verdict: 'applied' },
      { action: 'deletePayment', outcome: 'refused', detail: error?.providerMessage },
    ]);
  });

  it('whose deletion is done but not answered shows as being deleted, and resolves by itself', async () => {
    const { id } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'lost_response', provider, operation });
    const { data, response } = await remove(id);
    expect(response.status).toBe(202);
    expect(data).toMatchObject({ status: 'open', actions: { delete: { allowed: false, reason: 'being_deleted' } } });
    expect((await remove(id)).error).toMatchObject({ reason: 'being_deleted' });

    moveOn(2 * seconds);
    await app.workers.resolver.processAll();
    expect(await readLink(finance, id)).toMatchObject({ status: 'deleted' });
    expect((await timelineOf(finance, id)).find((entry) => entry.type === 'action')).toMatchObject({
      action: 'deletePayment',
      outcome: 'done',
    });
  });

  it('whose deletion failed without a word may be deleted again once that is certain', async () => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'error_500', provider, operation });
    expect((await remove(id)).response.status).toBe(202);
    moveOn(2 * seconds);
    await app.workers.resolver.processAll();
    expect((await readLink(finance, id)).actions.delete.reason).toBe('being_deleted');
    moveOn(30 * seconds);
    await app.workers.resolver.processAll();
    expect((await readLink(finance, id)).actions.delete).toEqual({ allowed: true, reason: null });
    expect((await timelineOf(finance, id)).find((entry) => entry.type === 'action')).toMatchObject({
      action: 'deletePayment',
      outcome: 'unavailable',
    });
    expect((await remove(id)).response.status).toBe(200);
    expect(app.sandbox.control.link(reference)?.status).toBe('closed');
  });

  it('stays as it is when the provider cannot be reached', async () => {
    const { id } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'error_429', provider, operation });
    const { error, response } = await remove(id);
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', retryAfterSeconds: 2 });
    expect(await readLink(finance, id)).toMatchObject({ status: 'open', actions: { delete: { allowed: true } } });
  });

  it('is deleted once when two persons do it at the same time', async () => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.arm({ scenario: 'slow_answer', provider, operation, delayMs: 100 });
    const answers = await Promise.all([remove(id), remove(id), remove(id)]);
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 409, 409]);
    expect(app.sandbox.control.requests({ operation, reference })).toHaveLength(1);
  });
});

it('a link whose payer has chosen a method is not deleted, and nobody is asked', async () => {
  const { id, reference } = await newLink(finance, remInput());
  app.sandbox.control.choose(reference, { method: 'va', channel: 'bca' });
  await finance.POST('/api/{environment}/links/{id}/refresh', linkAt(id));
  const { error, response } = await remove(id);
  expect(response.status).toBe(409);
  expect(error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'method_chosen' });
  expect(app.sandbox.control.requests({ operation: 'deletePaymentLink', reference })).toEqual([]);
});

it('a link that is unknown here is not deleted', async () => {
  const { error, response } = await remove('pay_01jd3k5v9x8w7q6r5t4y3u2z1a');
  expect(response.status).toBe(404);
  expect(error).toMatchObject({ type: '/problems/payment-unknown' });
});

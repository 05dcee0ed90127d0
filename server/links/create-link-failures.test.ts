import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { fazzInput, newLink, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
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

const operation = 'createPaymentLink';
const callsAbout = (reference: string) =>
  app.sandbox.control.countRequests({ reference, operation }).reduce((sum, { count }) => sum + count, 0);
const linksAtProvider = (reference: string) => app.sandbox.control.links({ reference });

/** Lets the check that waits become due, and runs the resolver. */
async function resolveAfter(ms: number) {
  moveOn(ms);
  await app.workers.resolver.processAll();
}

describe.each([
  { provider: 'rem', name: 'REM', input: remInput },
  { provider: 'fazz', name: 'Fazz', input: fazzInput },
] as const)('when $name', ({ provider, input }) => {
  it.each(['lost_response', 'error_500_after_work', 'html_answer'] as const)(
    'does the work but its answer is lost (%s), the link shows as being checked and then resolves by itself, once',
    async (scenario) => {
      app.sandbox.control.arm({ scenario, provider, operation });
      const { data, response } = await postLink(finance, input());
      expect(response.status).toBe(202);
      expect(data).toMatchObject({ status: 'creating', url: null, providerPaymentId: null });
      const { id = '', reference = '' } = data ?? {};
      expect(await timelineOf(finance, id)).toMatchObject([
        { type: 'observation', source: 'create', status: null, deviations: [expect.any(String)] },
        { type: 'action', action: 'createLink', outcome: 'unknown' },
      ]);

      await resolveAfter(2 * seconds);
      const resolved = await readLink(finance, id);
      expect(resolved).toMatchObject({ status: 'open', failure: null });
      expect(linksAtProvider(reference)).toMatchObject([{ id: resolved.providerPaymentId, status: 'created' }]);
      expect(await timelineOf(finance, id)).toMatchObject([
        { source: 'read', status: 'open', verdict: 'applied' },
        { source: 'create' },
        { action: 'createLink', outcome: 'done' },
      ]);
    },
  );

  it('asks for fewer requests, nothing was done, and the same key is answered alike', async () => {
    app.sandbox.control.arm({ scenario: 'error_429', provider, operation, retryAfterSeconds: 7 });
    const key = randomUUID();
    const { error, response } = await postLink(finance, input(), key);
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', provider, retryAfterSeconds: 7 });
    const link = await readLink(finance, error?.paymentId ?? '');
    expect(link).toMatchObject({ status: 'failed', failure: { code: 'unavailable' } });
    expect(linksAtProvider(link.reference)).toEqual([]);

    const again = await postLink(finance, input(), key);
    expect(again.response.status).toBe(503);
    expect(again.error).toMatchObject({ type: '/problems/provider-unavailable', paymentId: link.id });
    expect(callsAbout(link.reference)).toBe(1);
  });

  it('could not be reached, the reference may be used again for the next attempt', async () => {
    const reference = `NEXT${provider}`;
    app.sandbox.control.arm({ scenario: 'error_429', provider, operation });
    expect((await postLink(finance, input({ reference }))).response.status).toBe(503);
    const link = await newLink(finance, input({ reference }));
    expect(link).toMatchObject({ reference, status: 'open' });
    expect(linksAtProvider(reference)).toHaveLength(1);
  });

  it('answers late, the person is told after the wait that it goes on, and the answer is taken when it comes', async () => {
    app.sandbox.control.arm({ scenario: 'slow_answer', provider, operation, delayMs: 2_500 });
    const { data, response } = await postLink(finance, input());
    expect(response.status).toBe(202);
    expect(data?.status).toBe('creating');
    await vi.waitFor(async () => expect((await readLink(finance, data?.id ?? '')).status).toBe('open'), 5_000);
    expect(await timelineOf(finance, data?.id ?? '')).toMatchObject([
      { source: 'create', verdict: 'applied' },
      { action: 'createLink', outcome: 'done' },
    ]);
    expect(callsAbout(data?.reference ?? '')).toBe(1);
  });

  it('fails before the work without saying so (500), it ends with exactly one link or a proof that there is none', async () => {
    app.sandbox.control.arm({ scenario: 'error_500', provider, operation });
    const { data, response } = await postLink(finance, input());
    expect(response.status).toBe(202);
    const { id = '', reference = '' } = data ?? {};
    await resolveAfter(2 * seconds);
    if (provider === 'fazz') {
      // Asked again with the same referenceId, Fazz makes the link that it had not made.
      expect(await readLink(finance, id)).toMatchObject({ status: 'open' });
      expect(linksAtProvider(reference)).toHaveLength(1);
      return;
    }
    // REM may still be working on our call, so that its "not found" proves nothing yet.
    expect(await readLink(finance, id)).toMatchObject({ status: 'creating' });
    await resolveAfter(30 * seconds);
    expect(await readLink(finance, id)).toMatchObject({ status: 'failed', failure: { code: 'not_created' } });
    expect(linksAtProvider(reference)).toEqual([]);
    expect(callsAbout(reference)).toBe(1);
    expect((await timelineOf(finance, id)).at(-1)).toMatchObject({ action: 'createLink', outcome: 'unavailable' });
  });

  it('refuses, the person reads its words, and the same key is answered alike', async () => {
    const reference = `USED${provider}`;
    await createdElsewhere(provider, reference);
    const key = randomUUID();
    const { error, response } = await postLink(finance, input({ reference }), key);
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ type: '/problems/provider-declined', provider });
    expect(error?.providerMessage).toMatch(provider === 'rem' ? 'partner_tx_id has been used' : 'older payment');
    const link = await readLink(finance, error?.paymentId ?? '');
    expect(link).toMatchObject({ status: 'failed', failure: { code: 'declined', detail: error?.providerMessage } });
    expect((await timelineOf(finance, link.id)).at(-1)).toMatchObject({
      action: 'createLink',
      outcome: 'refused',
      detail: error?.providerMessage,
    });

    const again = await postLink(finance, input({ reference }), key);
    expect(again.response.status).toBe(422);
    expect(again.error).toMatchObject({ paymentId: link.id, providerMessage: error?.providerMessage });
  });
});

/** Another program of the merchant has used the reference an hour ago: paid at REM, pending at Fazz. */
async function createdElsewhere(provider: 'rem' | 'fazz', reference: string) {
  const { accounts } = app.deps;
  const port = accounts.get('sandbox', provider)?.ports.link;
  const order = provider === 'rem' ? remInput({ reference }) : fazzInput({ reference });
  const made = await port?.create({ ...order, reference });
  expect(made?.kind).toBe('answer');
  app.sandbox.control.backdate(reference, new Date(clock().getTime() - 3_600 * seconds).toISOString());
  if (provider === 'rem') app.sandbox.control.pay(reference);
}

it('a link at REM that another program made under the reference is not taken for ours', async () => {
  const reference = 'OLDER2026';
  await app.deps.accounts.get('sandbox', 'rem')?.ports.link?.create({ ...remInput({ amountIdr: 10_000 }), reference });
  app.sandbox.control.backdate(reference, new Date(clock().getTime() - 3_600 * seconds).toISOString());
  app.sandbox.control.arm({ scenario: 'error_500', provider: 'rem', operation });
  const { data } = await postLink(finance, remInput({ reference }));
  await resolveAfter(2 * seconds);
  expect(await readLink(finance, data?.id ?? '')).toMatchObject({ status: 'creating' });
  await resolveAfter(30 * seconds);
  expect(await readLink(finance, data?.id ?? '')).toMatchObject({ status: 'failed', failure: { code: 'not_created' } });
});

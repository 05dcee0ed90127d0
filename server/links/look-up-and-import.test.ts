import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fazzInput, newLink, postLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let support: TestClient;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({ config: { answerWithinMs: 1_500 } });
  support = await app.signIn('support');
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const sandbox = { params: { path: { environment: 'sandbox' } } } as const;
const lookUp = async (value: string) =>
  (await support.POST('/api/{environment}/payment-lookups', { ...sandbox, body: { kind: 'link', value } })).data
    ?.answers;
const importLink = (provider: 'rem' | 'fazz', value: string) =>
  support.POST('/api/{environment}/payment-imports', { ...sandbox, body: { kind: 'link', provider, value } });

/** A link that another program of the merchant made: our ledger knows nothing of it. Out: the provider's id. */
async function madeElsewhere(provider: 'rem' | 'fazz', reference: string): Promise<string> {
  const order = provider === 'rem' ? remInput({ reference }) : fazzInput({ reference });
  await app.deps.accounts.get('sandbox', provider)?.ports.link?.create({ ...order, reference });
  return app.sandbox.control.link(reference)?.id ?? '';
}

it('finds at REM what the ledger does not know, by reference, and imports it as old as it is', async () => {
  const reference = 'ELSEWHERE1';
  const providerPaymentId = await madeElsewhere('rem', reference);
  const createdAt = '2026-10-05T03:04:05.000Z';
  app.sandbox.control.backdate(reference, createdAt);
  expect(await lookUp(reference)).toEqual([
    {
      provider: 'rem',
      outcome: 'found',
      payment: {
        reference,
        providerPaymentId,
        status: 'open',
        amountIdr: 150_000,
        customerName: 'Siti Rahayu',
        description: 'Pesanan 1042',
        paymentId: null,
      },
    },
    { provider: 'fazz', outcome: 'cannot_look_up', payment: null },
  ]);

  const { data, response } = await importLink('rem', reference);
  expect(response.status).toBe(201);
  expect(data).toMatchObject({
    reference,
    providerPaymentId,
    createdAt,
    imported: true,
    status: 'open',
    amountIdr: 150_000,
  });
  expect(await timelineOf(support, data?.id ?? '')).toMatchObject([
    { source: 'import', verdict: 'applied' },
    { action: 'importPayment', outcome: 'done', actor: { role: 'support' } },
  ]);
  expect(await lookUp(reference)).toMatchObject([{ outcome: 'in_ledger', payment: { paymentId: data?.id } }, {}]);

  const again = await importLink('rem', reference);
  expect(again.response.status).toBe(200);
  expect(again.data?.id).toBe(data?.id);
});

it('finds a paid link by what stands on the OVO receipt, which is longer than what REM knows', async () => {
  const reference = 'ELSEWHERE2';
  await madeElsewhere('rem', reference);
  const { payment } = app.sandbox.control.pay(reference, { method: 'qris', channel: 'ovo' });
  const receipt = payment?.receiptNumber ?? '';
  expect(receipt.length).toBeGreaterThan(12);
  expect(await lookUp(receipt)).toMatchObject([
    { provider: 'rem', outcome: 'found', payment: { reference, status: 'paid' } },
    {},
  ]);
  const { data } = await importLink('rem', receipt);
  expect(data).toMatchObject({ reference, status: 'paid', paymentReferenceNumber: receipt.slice(0, 12) });
});

it('imports from Fazz by its own id of the link', async () => {
  const providerPaymentId = await madeElsewhere('fazz', 'ELSEWHERE3');
  const [, fazz] = (await lookUp(providerPaymentId)) ?? [];
  expect(fazz).toMatchObject({ provider: 'fazz', outcome: 'found', payment: { reference: 'ELSEWHERE3' } });
  const { data, response } = await importLink('fazz', providerPaymentId);
  expect(response.status).toBe(201);
  expect(data).toMatchObject({ provider: 'fazz', providerPaymentId, reference: 'ELSEWHERE3', imported: true });
});

it('says of each provider when it does not know a link or does not answer', async () => {
  expect(await lookUp('NOWHERE12345')).toEqual([
    { provider: 'rem', outcome: 'not_found', payment: null },
    { provider: 'fazz', outcome: 'cannot_look_up', payment: null },
  ]);
  app.sandbox.control.arm({ scenario: 'error_429', provider: 'rem', count: null });
  expect(await lookUp('NOWHERE12345')).toMatchObject([{ provider: 'rem', outcome: 'unavailable' }, {}]);
  app.sandbox.control.disarm();
  app.sandbox.control.arm({ scenario: 'slow_answer', provider: 'rem', delayMs: 2_500, count: null });
  expect(await lookUp('NOWHERE12345')).toMatchObject([{ provider: 'rem', outcome: 'unavailable' }, {}]);
});

it('does not ask for a link that the ledger holds', async () => {
  const { id, reference } = await newLink(finance, remInput());
  const requests = () => app.sandbox.control.requests({ reference });
  const before = requests().length;
  expect(before).toBe(1);
  expect(await lookUp(reference)).toMatchObject([{ outcome: 'in_ledger', payment: { paymentId: id } }, {}]);
  expect((await importLink('rem', reference)).response.status).toBe(200);
  expect(requests()).toHaveLength(before);
});

it('imports nothing that the provider does not know', async () => {
  const { error, response } = await importLink('rem', 'NOWHERE12345');
  expect(response.status).toBe(404);
  expect(error).toMatchObject({ type: '/problems/not-at-provider', provider: 'rem' });
  expect((await importLink('fazz', 'NOWHERE12345')).error).toMatchObject({ type: '/problems/not-at-provider' });
});

it('imports a link whose reference an attempt of ours had that never came to be', async () => {
  const reference = 'ELSEWHERE4';
  app.sandbox.control.arm({ scenario: 'error_429', provider: 'rem', operation: 'createPaymentLink' });
  const failed = await postLink(finance, remInput({ reference }));
  expect(failed.response.status).toBe(503);
  await madeElsewhere('rem', reference);
  const { data, response } = await importLink('rem', reference);
  expect(response.status).toBe(201);
  expect(data?.id).not.toBe(failed.error?.paymentId);

  app.sandbox.control.pay(reference);
  await expect.poll(async () => (await readLink(support, data?.id ?? '')).status).toBe('paid');
  expect((await readLink(support, failed.error?.paymentId ?? '')).status).toBe('failed');
});

it('two persons who import one link at the same time get the same one', async () => {
  await madeElsewhere('rem', 'ELSEWHERE5');
  const answers = await Promise.all([importLink('rem', 'ELSEWHERE5'), importLink('rem', 'ELSEWHERE5')]);
  expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 201]);
  expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
});

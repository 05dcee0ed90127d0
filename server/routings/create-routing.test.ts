import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postLink, remInput } from '../testing/link-inputs.ts';
import { newRouting, paymentTimeline, postRouting, readPayment, routingInput } from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;
let tester: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  finance = await app.signIn('finance');
  tester = await app.signIn('tester');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const operation = 'createPaymentRouting';
const callsAbout = (reference: string) =>
  app.sandbox.control.countRequests({ reference, operation }).reduce((sum, { count }) => sum + count, 0);
const countPayments = async () => (await app.db.query<{ n: number }>(`select count(*) as n from payments`)).rows[0]?.n;

describe('a QRIS routing', () => {
  it('without a hosted page is created once at REM, waits for its payer, and has a QR to pay with', async () => {
    const input = routingInput({ partnerUserId: 'toko-17', emails: ['siti@example.com'] });
    const { data, response } = await postRouting(finance, input);
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      kind: 'routing',
      provider: 'rem',
      status: 'awaiting_payment',
      method: 'qris',
      amountIdr: 76_000,
      partnerUserId: 'toko-17',
      emails: ['siti@example.com'],
      hasHostedPage: false,
      hasQr: true,
      url: null,
      createdBy: expect.stringContaining('Rani'),
    });
    expect(data?.reference).toMatch(/^TL\d{6}[0-9A-HJKMNP-TV-Z]{8}$/);
    const { id = '', reference = '', providerPaymentId } = data ?? {};
    expect(app.sandbox.control.link(reference)).toMatchObject({
      kind: 'routing',
      id: providerPaymentId,
      partnerUserId: 'toko-17',
      hasHostedPage: false,
      order: { amountIdr: 76_000, email: 'siti@example.com' },
    });
    expect(callsAbout(reference)).toBe(1);
    expect(await paymentTimeline(finance, id)).toMatchObject([
      { type: 'observation', source: 'create', verdict: 'applied' },
      { type: 'action', action: 'createRouting', outcome: 'done', actor: { role: 'finance' } },
    ]);
  });

  it("with a hosted page has REM's address for the payer, and no QR of its own", async () => {
    const routing = await newRouting(finance, { hasHostedPage: true });
    expect(routing).toMatchObject({
      status: 'open',
      hasHostedPage: true,
      hasQr: false,
      url: `${app.sandbox.url}/pay/${routing.providerPaymentId}`,
    });
  });

  it('ends after half an hour, unless a person says when', async () => {
    const before = Date.now();
    const byDefault = await newRouting(finance);
    const lifeMs = Date.parse(byDefault.expiresAt ?? '') - before;
    expect(lifeMs).toBeGreaterThan(29 * 60_000);
    expect(lifeMs).toBeLessThan(31 * 60_000);
    const expiresAt = `${new Date(Date.now() + 10 * 60_000).toISOString().slice(0, 19)}.000Z`;
    const chosen = await newRouting(finance, { expiresAt });
    expect(chosen.expiresAt).toBe(expiresAt);
    expect(app.sandbox.control.link(chosen.reference)?.expiresAt).toBe(expiresAt);
  });

  it('may have the reference of a link, for kinds do not share them, but not that of another routing', async () => {
    const reference = 'INV2026';
    expect((await postLink(finance, remInput({ reference }))).response.status).toBe(201);
    expect(await newRouting(finance, { reference })).toMatchObject({ reference, kind: 'routing' });
    const { error, response } = await postRouting(finance, routingInput({ reference }));
    expect(response.status).toBe(409);
    expect(error).toMatchObject({
      type: '/problems/reference-taken',
      errors: [{ field: 'reference', code: 'not_unique' }],
    });
    expect(callsAbout(reference)).toBe(1);
  });

  it('may be created by a tester, too', async () => {
    expect((await postRouting(tester, routingInput())).response.status).toBe(201);
  });
});

describe('what is refused before anybody is asked', () => {
  it.each([
    { wrong: { amountIdr: 9_999 }, field: 'amountIdr', code: 'too_small' },
    { wrong: { amountIdr: 10_000_001 }, field: 'amountIdr', code: 'too_large' },
    { wrong: { reference: 'with blanks' }, field: 'reference', code: 'pattern' },
    { wrong: { emails: ['a@example.com', 'b@example.com'] }, field: 'emails', code: 'too_many' },
    { wrong: { expiresAt: '2020-01-01T00:00:00Z' }, field: 'expiresAt', code: 'in_past' },
    { wrong: { expiresAt: '2099-01-01T00:00:00Z' }, field: 'expiresAt', code: 'too_far' },
  ])('$field that is $code is named, and nothing is written', async ({ wrong, field, code }) => {
    const before = [await countPayments(), app.sandbox.control.requests().length];
    const { error, response } = await postRouting(finance, routingInput(wrong));
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ type: '/problems/invalid-request', errors: [{ field, code }] });
    expect([await countPayments(), app.sandbox.control.requests().length]).toEqual(before);
  });
});

describe('one Idempotency-Key', () => {
  it('makes one routing, also when it is sent five times at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 5 }, () => postRouting(finance, routingInput(), key)));
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    expect(callsAbout(answers[0]?.data?.reference ?? '')).toBe(1);
  });

  it('is refused with another body, and for another kind of payment', async () => {
    const key = randomUUID();
    const { data } = await postRouting(finance, routingInput(), key);
    const others = [
      await postRouting(finance, routingInput({ amountIdr: 77_000 }), key),
      await postLink(finance, remInput(), key),
    ];
    for (const { error, response } of others) {
      expect(response.status).toBe(422);
      expect(error).toMatchObject({ type: '/problems/idempotency-key-reused', paymentId: data?.id });
    }
  });
});

describe("REM's refusals", () => {
  it.each([
    { code: 203, says: /duplicate/i },
    { code: 402, says: /maintenance/i },
    { code: 400, says: /config/i },
  ])('of code $code are told with the code, kept, and given again to the same key', async ({ code, says }) => {
    app.sandbox.control.arm({ scenario: 'routing_rejection', code });
    const key = randomUUID();
    const { error, response } = await postRouting(finance, routingInput(), key);
    expect(response.status).toBe(422);
    const told = {
      type: '/problems/provider-declined',
      provider: 'rem',
      providerMessage: expect.stringMatching(says),
      providerCode: String(code),
    };
    expect(error).toMatchObject(told);
    const id = error?.paymentId ?? '';
    expect(await readPayment(finance, id)).toMatchObject({
      status: 'failed',
      failure: { code: 'declined', detail: error?.providerMessage, providerCode: String(code) },
    });
    expect((await paymentTimeline(finance, id)).at(-1)).toMatchObject({
      action: 'createRouting',
      outcome: 'refused',
      detail: error?.providerMessage,
      providerCode: String(code),
    });
    const again = await postRouting(finance, routingInput(), key);
    expect(again.response.status).toBe(422);
    expect(again.error).toMatchObject({ ...told, paymentId: id });
  });

  it('of a reference that another program has used leave the payment without a routing', async () => {
    const reference = 'ELSEWHERE-203';
    const order = { ...routingInput(), reference, method: 'qris' as const, expiresAt: soon() };
    await app.deps.accounts.get('sandbox', 'rem')?.ports.routing?.create(order);
    const { error, response } = await postRouting(finance, routingInput({ reference, amountIdr: 12_000 }));
    expect(response.status).toBe(422);
    expect(error).toMatchObject({ providerCode: '203' });
    const id = error?.paymentId ?? '';
    app.sandbox.control.pay(reference);
    await expect
      .poll(async () => (await app.db.query(`select 1 from callbacks where parked_reason = 'unknown_payment'`)).rows)
      .toHaveLength(1);
    expect(await readPayment(finance, id)).toMatchObject({ status: 'failed', failure: { code: 'declined' } });
  });

  it('to be asked less often leave nothing behind, and say when to come back', async () => {
    app.sandbox.control.arm({ scenario: 'error_429', operation, retryAfterSeconds: 5 });
    const { error, response } = await postRouting(finance, routingInput());
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', provider: 'rem', retryAfterSeconds: 5 });
    expect(await readPayment(finance, error?.paymentId ?? '')).toMatchObject({
      status: 'failed',
      failure: { code: 'unavailable' },
    });
  });
});

const soon = () => new Date(Date.now() + 20 * 60_000).toISOString();

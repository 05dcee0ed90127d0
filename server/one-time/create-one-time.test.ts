import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  newOneTime,
  oneTimeInputs,
  paymentTimeline,
  postOneTime,
  postRouting,
  readPayment,
  routingInput,
} from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const operation = 'createPayment';
const callsAbout = (reference: string) =>
  app.sandbox.control.countRequests({ reference, operation }).reduce((sum, { count }) => sum + count, 0);
const countPayments = async () => (await app.db.query<{ n: number }>(`select count(*) as n from payments`)).rows[0]?.n;
const nothing = { url: null, appUrl: null, hasQr: false, accountNumber: null, paymentCode: null };

describe('a one-time payment', () => {
  it.each([
    {
      method: 'va',
      channel: 'bca',
      gives: { ...nothing, accountNumber: expect.stringMatching(/^\d+$/) },
      feeIdr: 3_663,
      netAmountIdr: 146_337,
    },
    {
      method: 'retail_outlet',
      channel: 'alfamart',
      gives: { ...nothing, paymentCode: expect.any(String) },
      feeIdr: 4_440,
      netAmountIdr: 55_560,
    },
    { method: 'qris', channel: null, gives: { ...nothing, hasQr: true }, feeIdr: 349.65, netAmountIdr: 44_650.35 },
    {
      method: 'ewallet',
      channel: 'ovo',
      gives: { ...nothing, url: expect.stringContaining('/pay/'), appUrl: expect.stringMatching(/^ovo:/) },
      feeIdr: 499.5,
      netAmountIdr: 29_500.5,
    },
  ] as const)('by $method is created once at Fazz, with what its payer needs and what it costs', async (expected) => {
    const { method, channel, gives, feeIdr, netAmountIdr } = expected;
    const { data, response } = await postOneTime(finance, oneTimeInputs[method]);
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      kind: 'one-time',
      provider: 'fazz',
      status: 'open',
      method,
      channel,
      amountIdr: oneTimeInputs[method].amountIdr,
      ...gives,
      feeIdr,
      netAmountIdr,
      hasHostedPage: null,
      createdBy: expect.stringContaining('Rani'),
    });
    const { id = '', reference = '', providerPaymentId } = data ?? {};
    expect(reference).toMatch(/^TL\d{6}[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(app.sandbox.control.link(reference)).toMatchObject({
      kind: 'one-time',
      id: providerPaymentId,
      choice: { method, channel },
    });
    expect(callsAbout(reference)).toBe(1);
    expect(await paymentTimeline(finance, id)).toMatchObject([
      { type: 'observation', source: 'create', status: 'open', verdict: 'applied' },
      { type: 'action', action: 'createOneTimePayment', outcome: 'done', actor: { role: 'finance' } },
    ]);
  });

  it('ends when its method would by default, unless a person says when', async () => {
    const byDefault = await newOneTime(finance, oneTimeInputs.va);
    expect(Date.parse(byDefault.expiresAt ?? '')).toBeGreaterThan(Date.now() + 23 * 3_600_000);
    const expiresAt = `${new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 19)}.000Z`;
    const chosen = await newOneTime(finance, { ...oneTimeInputs.va, expiresAt });
    expect(chosen.expiresAt).toBe(expiresAt);
    expect(app.sandbox.control.link(chosen.reference)?.expiresAt).toBe(expiresAt);
  });

  it('has all that its person wrote', async () => {
    const input = { ...oneTimeInputs.va, channel: 'mandiri', suffixNumber: '4711', description: 'Pesanan 17' } as const;
    const payment = await newOneTime(finance, { ...input, reference: 'ORDER-17' });
    expect(payment).toMatchObject({ reference: 'ORDER-17', channel: 'mandiri', description: 'Pesanan 17' });
    expect(payment.displayName).toContain('Toko Batik');
    expect(app.sandbox.control.requests({ reference: 'ORDER-17', operation })).toMatchObject([{}]);
    const { rows } = await app.db.query<{ request: object }>(`select request from payments where id = $1`, [
      payment.id,
    ]);
    expect(rows[0]?.request).toMatchObject({ ...input, reference: 'ORDER-17', expiresAt: expect.any(String) });
  });
});

describe('what is refused before anybody is asked', () => {
  it.each([
    { wrong: { ...oneTimeInputs.va, amountIdr: 9_999 }, field: 'amountIdr', code: 'too_small' },
    { wrong: { ...oneTimeInputs.va, displayName: '   ' }, field: 'displayName', code: 'pattern' },
    { wrong: { ...oneTimeInputs.va, suffixNumber: '12a' }, field: 'suffixNumber', code: 'pattern' },
    { wrong: { ...oneTimeInputs.qris, amountIdr: 5_000_001 }, field: 'amountIdr', code: 'too_large' },
    { wrong: { ...oneTimeInputs.retail_outlet, amountIdr: 14_000 }, field: 'amountIdr', code: 'too_small_for_method' },
    { wrong: { ...oneTimeInputs.ewallet, returnUrl: 'http://toko.example' }, field: 'returnUrl', code: 'pattern' },
    { wrong: { ...oneTimeInputs.ewallet, expiresAt: '2099-01-01T00:00:00Z' }, field: 'expiresAt', code: 'too_far' },
  ])('$field that is $code is named, and nothing is written', async ({ wrong, field, code }) => {
    const before = [await countPayments(), app.sandbox.control.requests().length];
    const { error, response } = await postOneTime(finance, wrong);
    expect(response.status).toBe(400);
    expect(error).toMatchObject({ type: '/problems/invalid-request', errors: [{ field, code }] });
    expect([await countPayments(), app.sandbox.control.requests().length]).toEqual(before);
  });
});

describe('one Idempotency-Key', () => {
  it('makes one payment, also when it is sent five times at once', async () => {
    const key = randomUUID();
    const send = () => postOneTime(finance, oneTimeInputs.qris, key);
    const answers = await Promise.all(Array.from({ length: 5 }, send));
    expect(answers.map(({ response }) => response.status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    expect(callsAbout(answers[0]?.data?.reference ?? '')).toBe(1);
  });

  it('is refused with another body, and for another kind of payment', async () => {
    const key = randomUUID();
    const { data } = await postOneTime(finance, oneTimeInputs.va, key);
    const others = [
      await postOneTime(finance, { ...oneTimeInputs.va, channel: 'bri' }, key),
      await postRouting(finance, routingInput(), key),
    ];
    for (const { error, response } of others) {
      expect(response.status).toBe(422);
      expect(error).toMatchObject({ type: '/problems/idempotency-key-reused', paymentId: data?.id });
    }
  });
});

describe("Fazz's refusals", () => {
  it.each([
    { code: 'TXN0006', input: { ...oneTimeInputs.va, channel: 'sahabat_sampoerna', suffixNumber: '12' } },
    { code: 'TXN0007', input: { ...oneTimeInputs.va, suffixNumber: '123456789' } },
  ] as const)(
    'of code $code are told with the code, kept, and given again to the same key',
    async ({ code, input }) => {
      const key = randomUUID();
      const { error, response } = await postOneTime(finance, input, key);
      expect(response.status).toBe(422);
      expect(error).toMatchObject({
        type: '/problems/provider-declined',
        provider: 'fazz',
        providerMessage: expect.stringContaining('suffixNo'),
        providerCode: code,
      });
      const id = error?.paymentId ?? '';
      expect(await readPayment(finance, id)).toMatchObject({
        status: 'failed',
        failure: { code: 'declined', detail: error?.providerMessage, providerCode: code },
      });
      expect((await paymentTimeline(finance, id)).at(-1)).toMatchObject({
        action: 'createOneTimePayment',
        outcome: 'refused',
        providerCode: code,
      });
      const again = await postOneTime(finance, input, key);
      expect(again.error).toMatchObject({ providerCode: code, providerMessage: error?.providerMessage, paymentId: id });
    },
  );

  it('to be asked less often leave nothing behind', async () => {
    app.sandbox.control.arm({ scenario: 'error_429', operation });
    const { error, response } = await postOneTime(finance, oneTimeInputs.va);
    expect(response.status).toBe(503);
    expect(error).toMatchObject({ type: '/problems/provider-unavailable', provider: 'fazz', retryAfterSeconds: 2 });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fazzInput, newLink, postLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  finance = await app.signIn('finance');
});
afterAll(() => app.close());

const row = async (id: string) => {
  const { rows } = await app.db.query<{ status: string; reference: string; checked: boolean; attempts: number }>(
    `select status, reference, check_after is not null as checked, check_attempts as attempts from payments where id = $1`,
    [id],
  );
  return rows[0];
};

describe.each([
  { provider: 'rem', input: remInput },
  { provider: 'fazz', input: fazzInput },
] as const)('a link at $provider', ({ provider, input }) => {
  it('is created once at the provider, and everything about it is written down', async () => {
    const { data, response } = await postLink(finance, input());
    expect(response.status).toBe(201);
    expect(data).toMatchObject({
      provider,
      status: 'open',
      amountIdr: input().amountIdr,
      customerName: input().customerName,
      createdBy: expect.stringContaining('Rani'),
      imported: false,
      failure: null,
    });
    expect(data?.reference).toMatch(/^TL\d{6}[0-9A-HJKMNP-TV-Z]{8}$/);
    expect(data?.url).toBe(`${app.sandbox.url}/pay/${data?.providerPaymentId}`);

    const id = data?.id ?? '';
    const reference = data?.reference ?? '';
    expect(await row(id)).toEqual({ status: 'open', reference, checked: false, attempts: 0 });
    expect(app.sandbox.control.countRequests({ reference })).toEqual([
      { provider, operation: 'createPaymentLink', reference, count: 1 },
    ]);
    expect(app.sandbox.control.link(reference)).toMatchObject({
      provider,
      status: 'created',
      id: data?.providerPaymentId,
    });

    expect(await timelineOf(finance, id)).toMatchObject([
      { type: 'observation', source: 'create', status: 'open', verdict: 'applied' },
      { type: 'action', action: 'createLink', outcome: 'done', actor: { role: 'finance' } },
    ]);
    const { rows } = await app.db.query<{ events: number }>(
      `select count(*) as events from live_events where payment_id = $1`,
      [id],
    );
    expect(rows).toEqual([{ events: 2 }]);
  });

  it('takes the reference that a person gives, and tells who has it when it is taken', async () => {
    const reference = `INV${provider}2026`;
    expect((await newLink(finance, input({ reference }))).reference).toBe(reference);
    const { error, response } = await postLink(finance, input({ reference, amountIdr: 90_000 }));
    expect(response.status).toBe(409);
    expect(error).toMatchObject({
      type: '/problems/reference-taken',
      errors: [{ field: 'reference', code: 'not_unique' }],
    });
    expect(app.sandbox.control.links({ reference })).toHaveLength(1);
  });

  it('ends when its provider would by default, unless a person says when', async () => {
    const before = Date.now();
    const byDefault = await newLink(finance, input());
    expect(Date.parse(byDefault.expiresAt ?? '')).toBeGreaterThan(before + 23 * 3_600_000);
    const expiresAt = `${new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 19)}.000Z`;
    const chosen = await newLink(finance, input({ expiresAt }));
    expect(chosen.expiresAt).toBe(expiresAt);
    expect(app.sandbox.control.link(chosen.reference)?.expiresAt).toBe(expiresAt);
  });

  it('is refused with the fields that are wrong, and then nothing is written and nobody asked', async () => {
    const { rows: before } = await app.db.query<{ n: number }>(`select count(*) as n from payments`);
    const expiresAt = new Date(Date.now() - 60_000).toISOString();
    const { error, response } = await postLink(finance, input({ expiresAt }));
    expect(response.status).toBe(400);
    expect(error).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ field: 'expiresAt', code: 'in_past' }],
    });
    const { rows: after } = await app.db.query<{ n: number }>(`select count(*) as n from payments`);
    expect(after).toEqual(before);
  });
});

it('sends all that REM documents, in its words', async () => {
  const link = await newLink(
    finance,
    remInput({
      isOpenAmount: true,
      includeAdminFee: true,
      notes: 'Kirim sore',
      emails: ['a@example.com', 'b@example.com'],
      enabledMethods: ['va', 'bank_transfer', 'qris'],
      enabledBanks: ['bca', 'bri'],
      displayName: 'Toko Melati',
    }),
  );
  expect(app.sandbox.control.link(link.reference)?.order).toMatchObject({
    isOpenAmount: true,
    includeAdminFee: true,
    notes: 'Kirim sore',
    email: 'a@example.com;b@example.com',
    disabledMethods: expect.arrayContaining(['CREDIT_CARD', 'EWALLET']),
    enabledBanks: ['014', '002'],
    displayName: 'Toko Melati',
  });
  expect(link).toMatchObject({
    enabledMethods: ['va', 'bank_transfer', 'qris'],
    enabledBanks: ['bca', 'bri'],
    emails: ['a@example.com', 'b@example.com'],
  });
});

it('asks only providers that are set up', async () => {
  const { error, response } = await finance.POST('/api/{environment}/links', {
    params: { path: { environment: 'staging' }, header: { 'Idempotency-Key': 'a-key-for-staging' } },
    body: remInput(),
  });
  expect(response.status).toBe(404);
  expect(error).toMatchObject({ type: '/problems/environment-unknown' });
});

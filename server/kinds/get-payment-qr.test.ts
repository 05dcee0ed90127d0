import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { newOneTime, newRouting, oneTimeInputs } from '../testing/payment-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;
let viewer: TestClient;

beforeAll(async () => {
  app = await startTestApp({ config: { answerWithinMs: 1_000 } });
  finance = await app.signIn('finance');
  viewer = await app.signIn('viewer');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const getQr = (id: string) =>
  fetch(`${app.url}/api/sandbox/payments/${id}/qr`, { headers: { cookie: viewer.cookie }, redirect: 'manual' });
const problemOf = async (response: Response) => ({ status: response.status, ...(await response.json()) });

describe.each([
  { kind: 'a routing', make: () => newRouting(finance) },
  { kind: 'a one-time payment', make: () => newOneTime(finance, oneTimeInputs.qris) },
])('the QR of $kind', ({ make }) => {
  it('is the image that the provider draws, for this browser alone, and nothing can run in it', async () => {
    const { id } = await make();
    const { rows } = await app.db.query<{ url: string }>(`select qr_image_url as url from payments where id = $1`, [
      id,
    ]);
    const drawn = await fetch(rows[0]?.url ?? '');
    const response = await getQr(id);
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(await drawn.arrayBuffer()));
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('private, max-age=60');
    expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'.*; sandbox$/);
  });

  it('is gone when the payment has ended', async () => {
    const { id, reference } = await make();
    app.sandbox.control.expire(reference);
    // Nobody has told us yet: the provider has no image any more.
    expect(await problemOf(await getQr(id))).toMatchObject({
      status: 404,
      type: '/problems/not-at-provider',
      paymentId: id,
    });
    await finance.POST('/api/{environment}/payments/{id}/refresh', {
      params: { path: { environment: 'sandbox', id } },
    });
    expect(await problemOf(await getQr(id))).toMatchObject({ status: 404, type: '/problems/not-found', paymentId: id });
  });
});

it('is not there for what is paid otherwise', async () => {
  const others = [
    await newLink(finance, remInput()),
    await newRouting(finance, { hasHostedPage: true }),
    await newOneTime(finance, oneTimeInputs.va),
  ];
  for (const { id, hasQr } of others) {
    expect(hasQr).toBe(false);
    expect(await problemOf(await getQr(id))).toMatchObject({ status: 404, type: '/problems/not-found' });
  }
  const nobody = `pay_${'0'.repeat(26)}`;
  expect(await problemOf(await getQr(nobody))).toMatchObject({ status: 404, type: '/problems/payment-unknown' });
});

it.each([
  { scenario: 'error_500', status: 503, type: '/problems/provider-unavailable' },
  { scenario: 'error_429', status: 503, type: '/problems/provider-unavailable' },
  { scenario: 'html_answer', status: 503, type: '/problems/provider-unavailable' },
  { scenario: 'slow_answer', status: 503, type: '/problems/provider-unavailable' },
] as const)('is not given, and the person told why, when REM fails ($scenario)', async ({ scenario, status, type }) => {
  const { id } = await newRouting(finance);
  const slow = scenario === 'slow_answer' ? { delayMs: 2_000 } : {};
  app.sandbox.control.arm({ scenario, operation: 'getQrisImage', ...slow });
  expect(await problemOf(await getQr(id))).toMatchObject({ status, type, provider: 'rem', paymentId: id });
});

it('is not given when something else than an image comes in its place', async () => {
  const { id } = await newRouting(finance);
  app.sandbox.control.arm({ scenario: 'html_answer', operation: 'getQrisImage', httpStatus: 200 });
  expect(await problemOf(await getQr(id))).toMatchObject({ status: 502, type: '/problems/provider-unreadable' });
});

it.each(['http://127.0.0.1:9/qr.png', 'https://evil.example/qr.png', 'file:///etc/passwd', 'not an address'])(
  'is fetched from the provider alone, wherever its message points (%s)',
  async (address) => {
    const { id } = await newRouting(finance);
    await app.db.query(`update payments set qr_image_url = $2 where id = $1`, [id, address]);
    expect(await problemOf(await getQr(id))).toMatchObject({ status: 502, type: '/problems/provider-unreadable' });
  },
);

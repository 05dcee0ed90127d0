import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';
import { problem } from './problems.ts';
import { redactPath } from './redact-path.ts';
import { route } from './route.ts';

const token = 'rahasia-rahasia-rahasia-rahasia';
const raw: Buffer[] = [];
let app: Awaited<ReturnType<typeof startHttpSide>>;
let cookie: string;

beforeAll(async () => {
  const callbacks = express.Router();
  callbacks.post('/callbacks/:provider/:environment/:token', express.raw({ type: () => true }), (request, response) => {
    if (request.params.token !== token)
      throw problem('callback-unknown', { detail: 'No callbacks are expected here.' });
    raw.push(request.body);
    response.json({ received: true });
  });
  const search = route({
    operationId: 'searchLinks',
    method: 'get',
    path: '/api/:environment/links',
    permission: 'payments.read',
    handle: async () => {
      throw new Error(`connection to postgres://user:${token}@db refused`);
    },
  });
  const read = route({
    operationId: 'getPaymentTotals',
    method: 'get',
    path: '/api/:environment/payment-totals',
    permission: 'payments.read',
    handle: async ({ response }) => {
      response.json({ count: -1, countIsExact: true, paidCount: null, paidAmountIdr: null });
    },
  });
  app = await startHttpSide({ callbacks, routes: [search, read] });
  await app.addStaff('rani@toko.test', 'finance');
  cookie = await app.cookieOf('rani@toko.test');
});
afterAll(() => app.close());

const lines = () => app.logLines.map((line) => JSON.parse(line));
const lineOf = (requestId: string) => lines().filter((line) => line.requestId === requestId);

describe('the log', () => {
  it('has one line a request, without its query', async () => {
    await app.call('GET', '/healthz?q=siti@toko.test', { headers: { 'x-request-id': 'log-test-0001' } });
    const line = { level: 30, msg: 'request', method: 'GET', path: '/healthz', status: 200, durationMs: 0 };
    await expect.poll(() => lineOf('log-test-0001')).toEqual([expect.objectContaining(line)]);
  });

  it('never holds a callback token, at the right or a misspelt address', async () => {
    for (const path of [
      `/callbacks/rem/sandbox/${token}`,
      `/callback/rem/${token}/`,
      `/hooks/${token}`,
      `/Callbacks/${token}`,
    ]) {
      await app.call('POST', path, { json: {}, headers: { 'x-request-id': 'log-test-0002' } });
    }
    await expect.poll(() => lineOf('log-test-0002')).toHaveLength(4);
    expect(lineOf('log-test-0002')[0]).toMatchObject({ path: '/callbacks/rem/sandbox/[redacted]', status: 200 });
    expect(
      lineOf('log-test-0002')
        .map((line) => JSON.stringify(line))
        .join(),
    ).not.toContain('rahasia');
  });

  it('keeps the ids of payments', () => {
    const path = '/api/production/links/pay_01jd3k5v9x8w7q6r5t4y3u2z1a/resend-callback';
    expect(redactPath(`${path}?q=siti`)).toBe(path);
  });
});

describe('what nobody foresaw', () => {
  it('is a 500 that tells nothing, and one log line with the stack', async () => {
    const headers = { cookie, 'x-request-id': 'log-test-0003' };
    const response = await app.call('GET', '/api/sandbox/links', { headers });
    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({
      type: '/problems/internal',
      title: 'Something went wrong on our side',
      status: 500,
      detail: 'Quote this request id when you report it: log-test-0003',
      requestId: 'log-test-0003',
    });
    await expect.poll(() => lineOf('log-test-0003')).toHaveLength(2);
    const [failure] = lineOf('log-test-0003').filter((line) => line.level === 50);
    expect(failure).toMatchObject({ msg: 'unforeseen', path: '/api/sandbox/links', err: { type: 'Error' } });
    expect(failure.err.stack).toContain('app-frame.test.ts');
  });

  it('in tests, that is also an answer outside the contract', async () => {
    const response = await app.call('GET', '/api/sandbox/payment-totals', { headers: { cookie } });
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({ type: '/problems/internal' });
  });
});

describe('a request id', () => {
  it('is taken when it is well formed', async () => {
    const response = await app.call('GET', '/healthz', { headers: { 'x-request-id': 'abc.DEF-123_4' } });
    expect(response.headers.get('x-request-id')).toBe('abc.DEF-123_4');
  });

  it.each(['short', 'x'.repeat(65), 'with space', '<script>alert(1)</script>'])(
    'is minted instead of %j',
    async (id) => {
      const response = await app.call('GET', '/healthz', { headers: { 'x-request-id': id } });
      expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('callbacks', () => {
  it('arrive byte for byte, from another site, and of any type', async () => {
    raw.length = 0;
    const body = '{"amount":  "10000.0"}\n';
    const response = await fetch(`${app.url}/callbacks/rem/sandbox/${token}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/plain', 'sec-fetch-site': 'cross-site' },
    });
    expect(await response.json()).toEqual({ received: true });
    expect(Buffer.concat(raw).toString()).toBe(body);
  });

  it('that do not unpack are refused, as no failure of ours', async () => {
    const headers = { 'content-encoding': 'gzip', 'x-request-id': 'log-test-0004' };
    const response = await app.call('POST', `/callbacks/rem/sandbox/${token}`, { json: {}, headers });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ type: '/problems/invalid-request' });
  });

  it('with another token are answered by the one error handler', async () => {
    const response = await app.call('POST', '/callbacks/rem/sandbox/another', { json: {} });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: '/problems/callback-unknown' });
  });
});

describe('health', () => {
  it('answers that the process runs and that it takes requests', async () => {
    for (const path of ['/healthz', '/readyz']) {
      const response = await app.call('GET', path);
      expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }]);
    }
  });

  it('while draining the server is alive but not ready, and sends clients away', async () => {
    app.time.isDraining = true;
    try {
      const response = await app.call('GET', '/readyz');
      expect([response.status, (await response.json()).type]).toEqual([503, '/problems/draining']);
      expect((await app.call('GET', '/healthz')).status).toBe(200);
      const served = await app.call('GET', '/api/session', { headers: { cookie } });
      expect([served.status, served.headers.get('connection')]).toEqual([200, 'close']);
    } finally {
      app.time.isDraining = false;
    }
  });
});

it('answers of the interface are kept by nobody', async () => {
  for (const path of ['/api/session', '/api/nothing', '/api/sandbox/links']) {
    expect((await app.call('GET', path, { headers: { cookie } })).headers.get('cache-control')).toBe('no-store');
  }
});

import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';
import { route } from './route.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
let cookie: string;
/** What the handler of createLink got, of each request that reached it. */
const reached: unknown[] = [];

const createLink = route({
  operationId: 'createLink',
  method: 'post',
  path: '/api/:environment/links',
  permission: 'payments.create',
  handle: async ({ body, response }) => {
    reached.push(body);
    response.status(204).end();
  },
});
const searchLinks = route({
  operationId: 'searchLinks',
  method: 'get',
  path: '/api/:environment/links',
  permission: 'payments.read',
  handle: async ({ query, response }) => {
    reached.push({ ...query });
    response.status(204).end();
  },
});
const getLink = route({
  operationId: 'getLink',
  method: 'get',
  path: '/api/:environment/links/:id',
  permission: 'payments.read',
  handle: async ({ response }) => {
    response.status(204).end();
  },
});

beforeAll(async () => {
  app = await startHttpSide({ routes: [createLink, searchLinks, getLink] });
  await app.addStaff('rani@toko.test', 'finance');
  cookie = await app.cookieOf('rani@toko.test');
});
afterAll(() => app.close());

/** Every answer but a success must be a problem that tells nothing of our insides. */
async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  const problem = await response.json();
  expect(problem).toMatchObject({ status: response.status, title: expect.any(String), detail: expect.any(String) });
  expect(problem.requestId).toBe(response.headers.get('x-request-id'));
  expect(JSON.stringify(problem)).not.toMatch(/node_modules|\.ts:|at Object|stack/);
  return problem;
}

const post = (body: BodyInit, headers: Record<string, string> = {}, path = '/api/sandbox/links') =>
  fetch(`${app.url}${path}`, {
    method: 'POST',
    body,
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': 'hostile-0001', ...headers },
  });
const postJson = (json: unknown) => post(JSON.stringify(json));
const get = (path: string) => app.call('GET', path, { headers: { cookie } });
const good = { provider: 'rem', customerName: 'Siti', amountIdr: 50_000 };

describe('a body', () => {
  it('that keeps to the contract reaches the handler, with the defaults filled in', async () => {
    reached.length = 0;
    expect((await postJson(good)).status).toBe(204);
    expect(reached).toEqual([{ ...good, isOpenAmount: false, includeAdminFee: false }]);
  });

  it.each([
    ['broken JSON', '{"provider": "rem"', 'format'],
    ['no JSON at all', 'provider=rem', 'format'],
    ['null', 'null', 'format'],
    ['a number', '1', 'format'],
    ['an array', '[]', 'type'],
    ['an array of the right thing', JSON.stringify([good]), 'type'],
    ['nesting of 50,000 levels', `${'{"a":'.repeat(16_000)}1${'}'.repeat(16_000)}`, 'other'],
    ['arrays of 49,000 levels', `{"emails":${'['.repeat(49_000)}${']'.repeat(49_000)}}`, 'other'],
  ])('of %s is an invalid request', async (_, body, code) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/invalid-request',
      errors: [{ field: '', code }],
    });
  });

  it('that is missing is said to be missing', async () => {
    const response = await fetch(`${app.url}/api/sandbox/links`, {
      method: 'POST',
      headers: { cookie, 'idempotency-key': 'hostile-0001' },
    });
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ errors: [{ field: '', code: 'required' }] });
  });

  it('of 10 MB is too large', async () => {
    const response = await post(`"${'x'.repeat(10_000_000)}"`);
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ type: '/problems/body-too-large' });
  });

  it.each([
    ['text/plain'],
    ['application/x-www-form-urlencoded'],
    ['multipart/form-data; boundary=x'],
    ['application/json; charset=iso-8859-1'],
    ['application/json; charset=utf-16'],
    ['application/jsonx'],
    [';;;'],
  ])('of type %s is refused', async (type) => {
    const response = await post(JSON.stringify(good), { 'content-type': type });
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ type: '/problems/unsupported-media-type' });
  });

  it('that is compressed is refused', async () => {
    const response = await post(JSON.stringify(good), { 'content-encoding': 'gzip' });
    expect(response.status).toBe(415);
    expect(await problemOf(response)).toMatchObject({ type: '/problems/unsupported-media-type' });
  });

  it('may say UTF-8 in any spelling', async () => {
    const types = ['application/json; charset=UTF-8', 'Application/JSON;charset="utf-8"', 'application/json; a=b'];
    for (const type of types) expect((await post(JSON.stringify(good), { 'content-type': type })).status).toBe(204);
  });

  it.each([
    ['__proto__', '{"provider":"rem","customerName":"Siti","amountIdr":50000,"__proto__":{"role":"admin"}}'],
    ['unknown', '{"provider":"rem","customerName":"Siti","amountIdr":50000,"unknown":1}'],
  ])('with the field %s that nobody knows is refused', async (field, body) => {
    const response = await post(body);
    expect(response.status).toBe(400);
    expect(await problemOf(response)).toMatchObject({ errors: [{ field, code: 'unknown_field' }] });
  });

  it('with all its fields wrong names them all, with codes and limits', async () => {
    const problem = await problemOf(
      await postJson({
        provider: 'rem',
        reference: 'a b',
        amountIdr: 9_999,
        isOpenAmount: 'yes',
        emails: ['a@b.id', 'a@b.id', 'x', 'c@d.id'],
        enabledMethods: [],
        expiresAt: '2026-02-30T00:00:00Z',
        displayName: 'x'.repeat(51),
        phone: '08-1',
      }),
    );
    const errors = problem.errors.map(({ field, code, limit }: Record<string, unknown>) => [field, code, limit]);
    expect(errors.toSorted()).toEqual(
      [
        ['customerName', 'required', undefined],
        ['reference', 'too_short', 4],
        ['reference', 'pattern', undefined],
        ['amountIdr', 'too_small', 10_000],
        ['isOpenAmount', 'type', undefined],
        ['emails', 'too_many', 3],
        ['emails', 'not_unique', undefined],
        ['emails.2', 'format', undefined],
        ['enabledMethods', 'too_few', 1],
        ['expiresAt', 'format', undefined],
        ['displayName', 'too_long', 50],
        ['phone', 'too_short', 8],
        ['phone', 'pattern', undefined],
      ].toSorted(),
    );
  });

  it('is judged by the provider that it names, and by that one only', async () => {
    const fazz = await problemOf(await postJson({ ...good, provider: 'fazz', notes: 'x' }));
    expect(fazz.errors.map(({ field, code }: Record<string, unknown>) => `${field} ${code}`).toSorted()).toEqual([
      'emails required',
      'notes unknown_field',
      'phone required',
    ]);
    const nobody = await problemOf(await postJson({ ...good, provider: 'paypal' }));
    expect(nobody.errors).toMatchObject([{ field: 'provider', code: 'not_allowed' }]);
    const none = await problemOf(await postJson({}));
    expect(none.errors).toMatchObject([{ field: 'provider', code: 'required' }]);
  });

  it.each([
    ['description', 'a\u0000b'],
    ['emails', ['a@b.id', '\ud800']],
  ])('with text that no database can hold in %s is refused', async (field, value) => {
    const response = await postJson({ ...good, [field]: value });
    expect(response.status).toBe(400);
    const problem = await problemOf(response);
    expect(problem.errors).toMatchObject([{ field: expect.stringMatching(new RegExp(`^${field}`)), code: 'pattern' }]);
  });

  it('with a hundred thousand faults gets an answer of bearable length', async () => {
    const many = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`f${index}`, 1]));
    const problem = await problemOf(await postJson({ ...good, ...many }));
    expect(problem.errors).toHaveLength(50);
  });
});

describe('an address', () => {
  it.each(['/api/sandbox/links/%ZZ', '/api/%E0%A4%A/links', '/api/sandbox/links/pay_%'])(
    'with a bad %% escape (%s) is an invalid request',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toMatchObject({ type: '/problems/invalid-request' });
    },
  );

  it('with the id of nothing that we mint is an invalid request', async () => {
    const problem = await problemOf(await get('/api/sandbox/links/42'));
    expect(problem.errors).toMatchObject([{ field: 'id', code: 'pattern' }]);
  });

  it.each([
    '/api',
    '/api/sandbox',
    '/api/session/',
    '/API/session',
    '/api//sandbox/links',
    '/api/sandbox/links/pay_01jd3k5v9x8w7q6r5t4y3u2z1a/../..',
    '/callbacks/rem/sandbox',
    '/assets/no-such-file.js',
  ])('%s leads nowhere', async (path) => {
    const response = await raw(`GET ${path} HTTP/1.1`);
    expect(response).toMatch(/^HTTP\/1\.1 404 /);
    expect(response).toContain('/problems/not-found');
  });

  it('does not take other methods, and says which it takes', async () => {
    for (const [method, path, allow] of [
      ['PUT', '/api/session', 'POST, GET, DELETE'],
      ['DELETE', '/api/sandbox/links', 'POST, GET'],
      ['OPTIONS', '/api/sandbox/links', 'POST, GET'],
      ['HEAD', '/api/session', 'POST, GET, DELETE'],
    ] as const) {
      const response = await app.call(method, path, { headers: { cookie } });
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, allow]);
    }
  });
});

describe('a query', () => {
  it('arrives with numbers and lists as the contract has them', async () => {
    reached.length = 0;
    expect((await get('/api/sandbox/links?limit=20&status=open,paid&q=rani@toko.test%20%2B62')).status).toBe(204);
    expect((await get('/api/sandbox/links?q=')).status).toBe(204);
    expect(reached).toEqual([
      { limit: 20, status: ['open', 'paid'], q: 'rani@toko.test +62', sort: '-createdAt' },
      { limit: 50, q: '', sort: '-createdAt' },
    ]);
  });

  it.each([
    ['limit=0', 'limit', 'too_small'],
    ['limit=1000', 'limit', 'too_large'],
    ['limit=ten', 'limit', 'type'],
    ['limit=1.5', 'limit', 'type'],
    ['status=open,lost', 'status.1', 'not_allowed'],
    ['q=a&q=b', 'q', 'type'],
    ['sort=name', 'sort', 'not_allowed'],
    ['createdFrom=2026-13-01', 'createdFrom', 'pattern'],
    ['foo=1', 'foo', 'unknown_field'],
    ['cursor=', 'cursor', 'too_short'],
    ['q=%00', 'q', 'pattern'],
    ['q[a]=1', 'q', 'type'],
    ['__proto__=1', '__proto__', 'unknown_field'],
  ])('%s is an invalid request that names %s', async (query, field, code) => {
    const response = await get(`/api/sandbox/links?${query}`);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).errors).toMatchObject([{ field, code }]);
  });

  it('of 8,000 characters is refused or answered, never a failure of ours', async () => {
    const response = await get(`/api/sandbox/links?q=${'a'.repeat(8_000)}`);
    expect(response.status).toBe(400);
  });
});

it('a missing header is named', async () => {
  const response = await fetch(`${app.url}/api/sandbox/links`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify(good),
  });
  expect((await problemOf(response)).errors).toMatchObject([{ field: 'idempotency-key', code: 'required' }]);
});

it('none of all this was a failure of ours', () => {
  expect(app.logLines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
});

/** Sends a request line as it stands, which fetch would tidy up. */
function raw(requestLine: string): Promise<string> {
  const { port } = new URL(app.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => resolve(text)).on('error', reject);
    socket.write(
      `${requestLine}\r\nHost: localhost\r\nAccept: text/html\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
    );
  });
}

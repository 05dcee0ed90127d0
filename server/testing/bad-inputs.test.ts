import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { loadContract } from '../../openapi/check-contract.ts';
import { problemTypes } from '../http/problems.ts';
import { runs, within } from './bad-input-runs.ts';
import { type ContractOperation, contractOperations, type Parameter, valuesOf } from './contract-requests.ts';
import { fazzInput, newLink, readLink, remInput } from './link-inputs.ts';
import { oneTimeInputs, routingInput } from './payment-inputs.ts';

import { callBack, newDestination } from './send-on.ts';
import { type Answered, type RequestToSend, sendBytes, sendRequest } from './send-request.ts';
import { startTestApp, type TestApp } from './start-test-app.ts';
import { notJson, spoilt, toJson, wildJson, wildTexts } from './wild-values.ts';

let app: TestApp;
let cookie: string;
const ids: string[] = [];
const callbackIds: string[] = [];
const destinationIds: string[] = [];

beforeAll(async () => {
  // Without workers only requests change payments. Their own errors would be 5xx, which are what is looked for here.
  app = await startTestApp({ startWorkers: false, config: { logLevel: 'fatal' } });
  const finance = await app.signIn('finance');
  cookie = (await app.signIn('admin')).cookie;
  for (const input of [remInput(), fazzInput(), remInput()]) ids.push((await newLink(finance, input)).id);
  const [first] = app.sandbox.control.links();
  app.sandbox.control.pay(first?.reference ?? '');
  await vi.waitFor(async () => expect((await readLink(finance, ids.at(-1) ?? '')).status).toBe('paid'), 5_000);
  await callBack(app, 'NOBODY');
  const { rows } = await app.db.query<{ id: number }>('select id from callbacks order by id');
  callbackIds.push(...rows.map(({ id }) => String(id)));
  destinationIds.push((await newDestination(app, await app.signIn('admin'), 'gudang')).id);
  for (const provider of ['rem', 'fazz'] as const) app.sandbox.control.setCallbackUrl(provider, null);
});
afterAll(() => app.close());

/** Everything that the ledger believes, in a few characters. */
async function ledger(): Promise<string> {
  const { rows } = await app.db.query<{ print: string }>(
    `select md5(coalesce(string_agg(payments::text, '' order by id), '')) as print from payments`,
  );
  return rows[0]?.print ?? '';
}

/** These write down what a provider answered; all other failures leave the ledger alone. */
const ofProviders = ['/problems/provider-declined', '/problems/provider-unavailable', '/problems/provider-unreadable'];

/** Throws unless this is a success or a failure that the contract knows; gives the problem of a failure. */
function judge({ status, headers, text }: Answered, operation?: ContractOperation, isHead = false) {
  if (status > 0 && status < 400) return null;
  // Node itself: a request that it could not read, or of which it would not read more.
  if ([0, 400, 408, 413, 431].includes(status) && headers['x-request-id'] === undefined) return null;
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  if (isHead) return null;
  const problem = JSON.parse(text);
  const known = Object.entries(problemTypes).find(([type]) => problem.type === `/problems/${type}`)?.[1];
  expect(problem).toMatchObject({ ...known, status, requestId: headers['x-request-id'], detail: expect.any(String) });
  expect(known).toBeDefined();
  if (status >= 500) expect(operation?.statuses).toContain(status);
  expect(status).not.toBe(500);
  expect(text).not.toMatch(/node_modules|\.ts:\d|at Object|payments_/);
  if (
    problem.type === '/problems/invalid-request' &&
    !/% escape|could not be understood|as a whole/.test(problem.detail)
  )
    expect(problem.errors).toContainEqual(
      expect.objectContaining({ field: expect.any(String), code: expect.any(String) }),
    );
  return problem;
}

const encode = (text: string) => encodeURIComponent(Buffer.from(text).toString());
const notEncoded = (text: string) => text.replace(/[^!-~]|[#]/g, (character) => encode(character));

/** Mostly nothing special, so that a request has few faults at a time and gets far. */
function seldom<T>(usual: T, ...others: T[]): fc.Arbitrary<T> {
  return fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));
}

/** A parameter as it should be, or anything else; null leaves it out. */
function parameterValues({ schema, required, name }: Parameter): fc.Arbitrary<string | null> {
  const known = {
    environment: ['sandbox'],
    id: ids,
    paymentId: ids,
    callbackId: callbackIds,
    destinationId: destinationIds,
    provider: ['rem', 'fazz'],
  };
  const plausible = Object.hasOwn(known, name)
    ? fc.constantFrom(...known[name as keyof typeof known])
    : valuesOf(schema).map((value) => String(value));
  return fc.oneof(
    { weight: 12, arbitrary: plausible },
    { weight: required ? 1 : 12, arbitrary: fc.constant(null) },
    { weight: 2, arbitrary: wildTexts },
  );
}

const strayQueries = [
  '__proto__=1',
  'a=%zz',
  'limit=1&limit=2',
  'q[a][b]=1',
  '&&&=',
  'status[]=open',
  `q=${long(9_000)}`,
];
const strayHeaders: Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'x' },
  { accept: 'image/png;q=a', 'accept-encoding': '*;q=x', 'accept-language': long(3_000) },
  { 'x-request-id': '\xff\xfe', 'x-forwarded-for': '1.2.3.4, ::1, "', 'x-forwarded-proto': 'gopher' },
  { range: 'bytes=9-1', 'if-none-match': '*', 'if-modified-since': 'x', 'x-http-method-override': 'DELETE' },
  { expect: '100-continue' },
  { host: 'evil.example:99999' },
];
const json = 'application/json';
const contentTypes = [`${json}; charset=utf-8`, `${json}; charset=utf-16`, `${json}, text/x`, 'text/plain', ';;', ''];
const cookies = [
  ...['', 'tautan_session', 'tautan_session=', '=;;=;\xff', `tautan_session=${'%'.repeat(43)}`],
  ...[`tautan_session=${'A'.repeat(43)}`, `a=${long(7_000)}`],
];
const otherMethods = ['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'GET', 'TRACE', 'PROPFIND', 'REPORT', 'CONNECT'];
const suffixes = ['/', '//', '/..', '%2f', '?', ';a=b', '/%00'];

function long(length: number): string {
  return 'x'.repeat(length);
}

interface WildRequest extends RequestToSend {
  operation: ContractOperation;
}

/** Requests of one operation, nearly right in most places and wild in some. */
function requestsOf(operation: ContractOperation, isSignedIn: boolean): fc.Arbitrary<WildRequest> {
  const parameters = fc.record(Object.fromEntries(operation.parameters.map((one) => [one.name, parameterValues(one)])));
  const plausibleBody = operation.body === null ? fc.constant({}) : valuesOf(operation.body);
  const body = fc.oneof(
    { weight: 3, arbitrary: plausibleBody.chain((one) => spoilt({ ...Object(one) })).map(toJson) },
    { weight: 4, arbitrary: plausibleBody.map(toJson) },
    { weight: 1, arbitrary: wildJson.map(toJson) },
    { weight: 1, arbitrary: notJson },
  );
  const parts = fc.record({
    parameters,
    body,
    method: seldom(operation.method, ...otherMethods),
    isEncoded: fc.boolean(),
    cookie: isSignedIn ? seldom(cookie, ...cookies) : fc.constantFrom(...cookies),
    type: seldom(json, ...contentTypes),
    strayQuery: seldom('', ...strayQueries),
    stray: seldom({}, ...strayHeaders),
    isChunked: fc.boolean(),
    suffix: seldom('', ...suffixes),
  });
  return parts.map((made): WildRequest => {
    const write = made.isEncoded ? encode : notEncoded;
    const given = operation.parameters.flatMap((one) => {
      const value = made.parameters[one.name] ?? null;
      return value === null ? [] : [{ ...one, value }];
    });
    const path = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => write(made.parameters[name] ?? ''));
    const query = given.flatMap(({ place, name, value }) => (place === 'query' ? [`${name}=${write(value)}`] : []));
    const search = [...query, ...(made.strayQuery === '' ? [] : [made.strayQuery])].join('&');
    const headers = given.flatMap(({ place, name, value }) =>
      place === 'header' ? [[name, value.replace(/[^\t -~\x80-\xff]/g, '?')] as const] : [],
    );
    const hasBody = operation.body !== null || !['GET', 'HEAD', 'CONNECT', 'TRACE'].includes(made.method);
    // This one ends the session, as it should.
    const isSignOut = made.method === 'DELETE' && operation.path === '/api/session';
    return {
      operation,
      method: made.method,
      path: `${path}${made.suffix}${search === '' ? '' : `?${search}`}`,
      headers: {
        ...Object.fromEntries(headers),
        ...made.stray,
        ...(hasBody && made.type !== '' && { 'content-type': made.type }),
        ...(made.cookie !== '' && !isSignOut && { cookie: made.cookie }),
      },
      ...(hasBody && { body: made.body, isChunked: made.isChunked }),
    };
  });
}

describe.each([
  { who: 'an admin', isSignedIn: true, numRuns: runs(1_300) },
  { who: 'nobody', isSignedIn: false, numRuns: runs(500) },
])('wild requests of $who', ({ isSignedIn, numRuns }) => {
  it(
    'are answered or refused in the words of the contract, and what is refused changes no payment',
    async () => {
      const seen = new Map<number, number>();
      const requests = fc.constantFrom(...contractOperations).chain((one) => requestsOf(one, isSignedIn));
      const check = fc.asyncProperty(requests, async ({ operation, ...request }) => {
        const before = await ledger();
        const answer = await sendRequest(app.url, request);
        seen.set(answer.status, (seen.get(answer.status) ?? 0) + 1);
        const problem = judge(answer, operation, request.method === 'HEAD');
        if ((answer.status === 0 || answer.status >= 400) && !ofProviders.includes(problem?.type))
          expect(await ledger()).toBe(before);
      });
      await fc.assert(check, { numRuns });
      // Both sides of each door were tried; some doors one finds in many requests alone.
      const usual = isSignedIn ? [200, 400, 404, 405] : [200, 400, 401, 404, 405];
      const rare = isSignedIn && numRuns >= 1_300 ? [201, 409, 415] : [];
      expect([...seen.keys()]).toEqual(expect.arrayContaining([...usual, ...rare]));
    },
    within(120_000),
  );
});

describe('a single wrong field', () => {
  const bodies = [
    { operationId: 'createLink', path: '/api/sandbox/links', body: { ...remInput({ reference: 'ABC123' }) } },
    { operationId: 'createLink', path: '/api/sandbox/links', body: { ...fazzInput({ reference: 'ABC124' }) } },
    { operationId: 'createRouting', path: '/api/sandbox/routings', body: { ...routingInput({ reference: 'ABC127' }) } },
    ...Object.values(oneTimeInputs).map((body) => ({
      operationId: 'createOneTimePayment',
      path: '/api/sandbox/one-time-payments',
      body: { ...body, reference: `ABC-${body.method}` },
    })),
    {
      operationId: 'lookUpPayment',
      path: '/api/sandbox/payment-lookups',
      body: { kind: 'link', by: 'reference', value: 'ABC125' },
    },
    {
      operationId: 'importPayment',
      path: '/api/sandbox/payment-imports',
      body: { kind: 'link', provider: 'rem', value: 'ABC126' },
    },
    {
      operationId: 'simulatePayments',
      path: '/api/sandbox/payment-simulations',
      body: { ids: [`pay_${'0'.repeat(26)}`], step: 'payment' },
    },
    { operationId: 'signIn', path: '/api/session', body: { email: 'nobody@toko.test', password: 'wrong' } },
  ];
  const wrong = fc.constantFrom(...bodies).chain((one) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(one.body)), wildJson)
      .map(([field, value]) => ({ ...one, field, json: toJson({ ...one.body, [field]: value }) }))
      .filter(
        ({ operationId, json }) => loadContract('console').checkRequest(operationId, JSON.parse(json)).length > 0,
      ),
  );

  it(
    'is named, and no other',
    async () => {
      const check = fc.asyncProperty(wrong, async ({ path, field, json }) => {
        const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() };
        const answer = await sendRequest(app.url, { method: 'POST', path, headers, body: json });
        const problem = judge(answer);
        expect(problem).toMatchObject({ type: '/problems/invalid-request' });
        const named = problem.errors.map((error: { field: string }) => error.field.split('.')[0]);
        // Too deep is the body as a whole.
        expect([[field], ['']]).toContainEqual([...new Set(named)]);
      });
      await fc.assert(check, { numRuns: runs(400) });
    },
    within(60_000),
  );
});

describe('a body of the largest size', () => {
  const fields = Object.keys({
    ...remInput(),
    ...fazzInput(),
    reference: '',
    notes: '',
    displayName: '',
    enabledMethods: '',
    enabledBanks: '',
    expiresAt: '',
  });
  const size = 80_000;
  const fillings: unknown[] = [
    ...['a', ' ', '1', 'a.', '@', 'a@', '2026-'].flatMap((part) => [
      `${part.repeat(size / part.length)}!`,
      `!${part.repeat(size / part.length)}`,
    ]),
    Array.from({ length: size / 6 }, (_, index) => index),
    Array.from({ length: size / 6 }, () => ({})),
  ];

  it.each(fields)(
    'is refused at once, whatever %s holds: nobody can keep the server busy with one request',
    async (field) => {
      for (const filling of fillings) {
        const body = JSON.stringify({ ...remInput(), [field]: filling });
        const headers = { cookie, 'content-type': json, 'idempotency-key': 'as-large-as-can-be' };
        const startedMs = performance.now();
        const answer = await sendRequest(app.url, { method: 'POST', path: '/api/sandbox/links', headers, body });
        expect(answer.status).toBe(400);
        // Milliseconds; a pattern that tries everything takes many seconds for it.
        expect(performance.now() - startedMs, JSON.stringify(filling).slice(0, 20)).toBeLessThan(2_000);
      }
    },
  );
});

describe('a search', () => {
  const days = fc.oneof(
    fc.constantFrom('0000-01-01', '0001-01-01', '2026-02-31', '2026-11-20', '9999-12-31'),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  );
  const sorts = ['createdAt', '-createdAt', 'amount', '-amount'];
  const marks = ['n', 'N', 'p', 'P', 'x', ''];
  const keys = fc.oneof(fc.bigInt({ min: -10n, max: 10n ** 17n }).map(String), wildTexts);
  const cursors = fc
    .tuple(
      fc.constantFrom(...marks),
      fc.constantFrom(...sorts),
      keys,
      fc.oneof(fc.constantFrom('x', 'pay_1'), wildTexts),
    )
    .map((parts) => Buffer.from(parts.join('|')).toString('base64url'));
  const searches = fc.record(
    {
      q: fc.oneof(
        wildTexts,
        fc.array(wildTexts).map((words) => words.join(' ')),
        fc.string({ unit: 'binary' }),
      ),
      createdFrom: days,
      createdTo: days,
      sort: fc.constantFrom(...sorts),
      cursor: cursors,
      status: fc.constantFrom('open', 'paid,open', ''),
      method: fc.constantFrom('va', 'qris,card'),
    },
    { requiredKeys: [] },
  );

  it(
    'for anything at all is answered, or refused with the name of what is wrong',
    async () => {
      const check = fc.asyncProperty(
        searches,
        fc.constantFrom('links', 'payments', 'payment-totals'),
        async (search, of) => {
          const query = Object.entries(search).map(([name, value]) => `${name}=${encode(value)}`);
          const answer = await sendRequest(app.url, {
            method: 'GET',
            path: `/api/sandbox/${of}?${query.join('&')}`,
            headers: { cookie },
          });
          const problem = judge(answer);
          if (problem === null) expect([200, 431]).toContain(answer.status);
          else for (const { field } of problem.errors) expect([...Object.keys(search)]).toContain(field);
        },
      );
      const oddDays = ['0000-01-01', '0001-01-01', '9999-12-31'].map(
        (createdTo) => [{ createdTo }, 'links'] as [object, string],
      );
      await fc.assert(check, { numRuns: runs(500), examples: oddDays });
    },
    within(60_000),
  );
});

describe('requests that are hardly HTTP', () => {
  const head = (line: string, ...headers: string[]) => `${[line, 'Host: localhost', ...headers].join('\r\n')}\r\n\r\n`;

  it.each([
    ['nothing but noise', '\x16\x03\x01\x00\xa5\x01\x00\x00'],
    ['an address with a space', head('GET /api/sandbox/links?q=a b HTTP/1.1')],
    ['raw bytes in the address', head('GET /api/\xff\xfe/links HTTP/1.1')],
    ['no host', 'GET /api/session HTTP/1.1\r\n\r\n'],
    ['a whole address', head('GET http://evil.example/api/session HTTP/1.1', 'Connection: close')],
    ['a star', head('OPTIONS * HTTP/1.1', 'Connection: close')],
    ['two lengths', head('POST /api/session HTTP/1.1', 'Content-Length: 2', 'Content-Length: 3')],
    ['a length and chunks', head('POST /api/session HTTP/1.1', 'Content-Length: 2', 'Transfer-Encoding: chunked')],
    ['a negative length', head('POST /api/session HTTP/1.1', 'Content-Length: -1')],
    [
      'a broken chunk',
      `${head('POST /api/session HTTP/1.1', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}zz\r\n{}\r\n`,
    ],
    ['an address of 100 kB', head(`GET /api/sandbox/links?q=${'x'.repeat(100_000)} HTTP/1.1`)],
    [
      '5,000 headers',
      head('GET /api/session HTTP/1.1', ...Array.from({ length: 5_000 }, (_, index) => `X-${index}: 1`)),
    ],
    ['an upgrade', head('GET /api/session HTTP/1.1', 'Upgrade: websocket', 'Connection: Upgrade')],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ])('(%s) are refused, and the server goes on', async (_, bytes) => {
    const text = await sendBytes(app.url, Buffer.from(bytes, 'latin1'));
    expect(text).not.toMatch(/^HTTP\/1\.1 (2\d\d|5\d\d) /);
    expect((await sendRequest(app.url, { method: 'GET', path: '/healthz' })).status).toBe(200);
  });

  it('that end in the middle of a body leave nothing behind', async () => {
    const before = await ledger();
    const start = head(
      'POST /api/sandbox/links HTTP/1.1',
      `Cookie: ${cookie}`,
      'Idempotency-Key: half-a-body-1',
      'Content-Type: application/json',
      'Content-Length: 500',
    );
    await Promise.all(Array.from({ length: 20 }, () => sendBytes(app.url, `${start}{"provider":"rem"`, 50)));
    expect(await ledger()).toBe(before);
    expect((await sendRequest(app.url, { method: 'GET', path: '/readyz' })).status).toBe(200);
  });
});

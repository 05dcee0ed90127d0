import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startHttpSide } from '../testing/start-http-side.ts';
import { route } from './route.ts';

let app: Awaited<ReturnType<typeof startHttpSide>>;
let finance: string;
let viewer: string;
let tester: string;
let stillValid: (() => Promise<boolean>) | undefined;

beforeAll(async () => {
  const importPayment = route({
    operationId: 'importPayment',
    method: 'post',
    path: '/api/:environment/payment-imports',
    permission: 'payments.import',
    handle: async ({ actor, environment, params, body, session, response }) => {
      stillValid = session.stillValid;
      const got = [actor.role, actor.requestId, environment, params.environment, body.value].join();
      response.set('X-Got', got).status(204).end();
    },
  });
  app = await startHttpSide({ routes: [importPayment], environments: ['sandbox', 'production'] });
  await app.addStaff('f@toko.test', 'finance');
  await app.addStaff('v@toko.test', 'viewer');
  await app.addStaff('t@toko.test', 'tester');
  [finance, viewer, tester] = [
    await app.cookieOf('f@toko.test'),
    await app.cookieOf('v@toko.test'),
    await app.cookieOf('t@toko.test'),
  ];
});
afterAll(() => app.close());

const importInto = (
  environment: string,
  cookie: string,
  json: unknown = { kind: 'link', provider: 'rem', value: 'TL1234' },
) =>
  app.call('POST', `/api/${environment}/payment-imports`, {
    json,
    headers: { cookie, 'x-request-id': 'import-test-1' },
  });
const typeOf = async (response: Response) => (await response.json()).type;

describe('in front of a handler', () => {
  it('the session comes first: a stranger learns nothing of environments or inputs', async () => {
    const response = await importInto('mars', 'tautan_session=x', { wrong: true });
    expect([response.status, await typeOf(response)]).toEqual([401, '/problems/not-signed-in']);
  });

  it.each(['mars', 'staging', 'SANDBOX', 'sandbox%20'])(
    'the environment comes next: %s is not run here',
    async (name) => {
      const response = await importInto(name, viewer, { wrong: true });
      expect([response.status, await typeOf(response)]).toEqual([404, '/problems/environment-unknown']);
    },
  );

  it('the permission comes before the body', async () => {
    const response = await importInto('sandbox', viewer, { wrong: true });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({
      type: '/problems/forbidden',
      detail: 'The role viewer may not do this in sandbox (payments.import). Nothing was done.',
    });
  });

  it('the permission is that of the environment', async () => {
    expect((await importInto('sandbox', tester)).status).toBe(204);
    expect((await importInto('production', tester)).status).toBe(403);
    expect((await importInto('production', finance)).status).toBe(204);
  });

  it('the contract comes last', async () => {
    const response = await importInto('sandbox', finance, { wrong: true });
    expect([response.status, await typeOf(response)]).toEqual([400, '/problems/invalid-request']);
  });
});

it('the handler gets who acts, where, and what was checked', async () => {
  const response = await importInto('production', finance);
  expect(response.headers.get('x-got')).toBe('finance,import-test-1,production,production,TL1234');
});

it('a stream can ask whether its session still lives, without keeping it alive', async () => {
  await importInto('sandbox', finance);
  expect(await stillValid?.()).toBe(true);
  const { rows: before } = await app.db.query('select max(last_seen_at) as at from sessions');
  app.time.now = new Date(app.time.now.getTime() + 90_000);
  expect(await stillValid?.()).toBe(true);
  expect((await app.db.query('select max(last_seen_at) as at from sessions')).rows).toEqual(before);
  await app.call('DELETE', '/api/session', { headers: { cookie: finance } });
  expect(await stillValid?.()).toBe(false);
});

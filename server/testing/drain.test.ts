import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { components, paths } from '../../openapi/generated/console.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { createStaff } from '../staff/create-staff.ts';
import { createKillableDatabase, type KillableDatabase } from './killable-database.ts';
import { remInput } from './link-inputs.ts';
import { sendBytes, sendRequest } from './send-request.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { testEngine } from './test-database.ts';
import { unpackTestPglite } from './test-pglite.ts';

/** The provider lives on while our server stops: the twin in this process, under staging's name. */
let twin: Sandbox;
let database: KillableDatabase;
let url: string;
let env: Record<string, string>;
let server: ServerProcess;
let cookie: string;

const environment = 'staging';
const account = { email: 'finance@example.com', password: 'a long enough password' };
const callbackToken = 'a-token-for-callbacks-of-a-test';
const operation = 'createPaymentLink';

beforeAll(async () => {
  twin = await startSandbox({ port: 0, dataFile: null });
  database = await createKillableDatabase((db) =>
    createStaff({ db, clock: () => new Date() }, { ...account, name: 'Rani', role: 'finance' }),
  );
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = {
    ...database.env,
    PORT: String(port),
    LOG_LEVEL: 'error',
    STAGING_REM_USERNAME: demoAccount.rem.username,
    STAGING_REM_API_KEY: demoAccount.rem.apiKey,
    STAGING_REM_CALLBACK_TOKEN: callbackToken,
    STAGING_REM_URL: twin.remUrl,
  };
  twin.control.setCallbackUrl('rem', `${url}/callbacks/rem/${environment}/${callbackToken}`);
  await start({});
  const { response } = await createClient<paths>({ baseUrl: url }).POST('/api/session', { body: account });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 120_000);
afterEach(() => twin.control.disarm());
afterAll(async () => {
  await server.killNine();
  await twin.close();
  await database.close();
});

async function start(changes: Record<string, string>) {
  server = await startServerProcess(url, { ...env, ...changes });
}

const client = () => createClient<paths>({ baseUrl: url, headers: { cookie } });

const create = (reference: string) =>
  client().POST('/api/{environment}/links', {
    params: { path: { environment }, header: { 'Idempotency-Key': randomUUID() } },
    body: remInput({ reference }),
  });

async function linkOf(reference: string): Promise<components['schemas']['PaymentRow'] | undefined> {
  const query = { q: reference };
  const { data } = await client().GET('/api/{environment}/links', { params: { path: { environment }, query } });
  return data?.items.find((row) => row.reference === reference);
}

/** On a connection of its own: one that fetch has kept may be closed by a draining server just then. */
const get = (path: string) => sendRequest(url, { method: 'GET', path, headers: { cookie } });
const statusOf = async (path: string) => (await get(path)).status;
const creations = (reference: string) => twin.control.requests({ reference, operation }).length;
const isDraining = () => expect.poll(() => statusOf('/readyz')).toBe(503);

/** A browser that watches the list, as fetch sees it. */
async function watch(): Promise<{ hasEnded: Promise<unknown> }> {
  const response = await fetch(`${url}/api/${environment}/events`, { headers: { cookie } });
  expect(response.status).toBe(200);
  return { hasEnded: response.text() };
}

/** A client that never finishes its request. */
async function dawdle(): Promise<Socket> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  await once(socket, 'connect');
  const lines = [
    'POST /api/session HTTP/1.1',
    'Host: x',
    'Content-Type: application/json',
    'Content-Length: 99',
    '',
    '{',
  ];
  socket.on('error', () => undefined).write(lines.join('\r\n'));
  return socket;
}

describe('SIGTERM while a link is made', () => {
  it('lets its maker have the answer; meanwhile nothing new is begun, reads and callbacks are taken, and all streams end', async () => {
    await create('PAIDWHILESTOPPING');
    const stream = await watch();
    twin.control.arm({ scenario: 'slow_answer', operation, delayMs: 2_500 });
    const answer = create('SLOWBUTSURE');
    await expect.poll(() => creations('SLOWBUTSURE')).toBe(1);
    const exit = server.terminate();
    await isDraining();

    expect(JSON.parse((await get('/readyz')).text)).toMatchObject({ type: '/problems/draining' });
    expect(await statusOf('/healthz')).toBe(200);
    const path = `/api/${environment}/links`;
    const refused = await sendRequest(url, { method: 'POST', path, headers: { cookie }, body: '{}' });
    expect([refused.status, JSON.parse(refused.text).type]).toEqual([503, '/problems/draining']);
    expect((await get(`${path}?q=SLOWBUTSURE`)).text).toContain('"creating"');
    await stream.hasEnded;
    const head = [`GET /api/${environment}/events HTTP/1.1`, 'Host: x', `Cookie: ${cookie}`].join('\r\n');
    expect(await sendBytes(url, `${head}\r\n\r\n`, 10_000)).toMatch(/^HTTP\/1\.1 200 [\s\S]*\r\n0\r\n\r\n$/);
    twin.control.pay('PAIDWHILESTOPPING');
    const delivered = () => twin.control.deliveries({ reference: 'PAIDWHILESTOPPING' }).map(({ state }) => state);
    await expect.poll(delivered).toEqual(['delivered']);

    expect((await answer).response.status).toBe(201);
    expect(await exit).toBe(0);
    expect(server.output()).not.toMatch(/"level":[56]0/);

    await start({});
    expect((await linkOf('SLOWBUTSURE'))?.status).toBe('open');
    await expect.poll(async () => (await linkOf('PAIDWHILESTOPPING'))?.status).toBe('paid');
    expect(creations('SLOWBUTSURE')).toBe(1);
  }, 60_000);

  it('at a provider that hangs ends in time; the next start finds out what became of it', async () => {
    expect(await server.terminate()).toBe(0);
    await start({ ANSWER_WITHIN_MS: '500', STOP_WITHIN_MS: '3000' });
    twin.control.arm({ scenario: 'hang', operation });
    const { data, response } = await create('HANGING');
    expect([response.status, data?.status]).toEqual([202, 'creating']);
    const slow = await dawdle();

    const startedMs = performance.now();
    expect(await server.terminate()).toBe(0);
    expect(performance.now() - startedMs).toBeLessThan(8_000);
    slow.destroy();

    await start({});
    await expect.poll(async () => (await linkOf('HANGING'))?.status, { timeout: 30_000, interval: 250 }).toBe('open');
    expect(creations('HANGING')).toBe(1);
    expect(twin.control.links({ reference: 'HANGING' })).toHaveLength(1);
  }, 120_000);

  it('cut off by the provider itself is left open and resolved after the restart', async () => {
    expect(await server.terminate()).toBe(0);
    await start({ ANSWER_WITHIN_MS: '500', PROVIDER_TIMEOUT_MS: '1500' });
    twin.control.arm({ scenario: 'hang', operation });
    expect((await create('CUTOFF')).response.status).toBe(202);
    expect(await server.terminate()).toBe(0);
    await start({});
    await expect.poll(async () => (await linkOf('CUTOFF'))?.status, { timeout: 30_000, interval: 250 }).toBe('open');
    expect(creations('CUTOFF')).toBe(1);
  }, 60_000);
});

it('with nothing under way it ends at once', async () => {
  const idle = await watch();
  const startedMs = performance.now();
  expect(await server.terminate()).toBe(0);
  expect(performance.now() - startedMs).toBeLessThan(5_000);
  await idle.hasEnded;
  await start({});
}, 60_000);

it.skipIf(testEngine === 'postgres')(
  'a second server on the same data directory is refused, with who holds it',
  async () => {
    const port = String(await freePort());
    const second = startServerProcess(`http://127.0.0.1:${port}`, { ...env, PORT: port });
    await expect(second).rejects.toThrow(
      /ended with 1:\nTautan cannot start: The database in .* is in use by process \d+ on .*DATA_DIR/,
    );
    expect(await statusOf('/readyz')).toBe(200);
  },
  60_000,
);

it.skipIf(testEngine === 'postgres')(
  'SIGTERM while an empty sandbox is given its history ends well, and the next start goes on from there',
  async () => {
    const own = await mkdtemp(join(tmpdir(), 'tautan-drain-seed-'));
    await unpackTestPglite(join(own, 'database'));
    const [port, sandboxPort] = [await freePort(), await freePort()];
    const address = `http://127.0.0.1:${port}`;
    const settings = { PORT: String(port), SANDBOX_PORT: String(sandboxPort), DATA_DIR: own, LOG_LEVEL: 'error' };
    const linksAtTwin = async () => {
      const response = await fetch(`http://127.0.0.1:${sandboxPort}/control/links`);
      const { items } = await response.json();
      return items.length;
    };
    try {
      const seeding = await startServerProcess(address, settings);
      await expect.poll(linksAtTwin, { timeout: 30_000 }).toBeGreaterThan(3);
      expect(await seeding.terminate()).toBe(0);
      expect(seeding.output()).not.toMatch(/"level":[56]0/);
      const again = await startServerProcess(address, settings);
      expect(await linksAtTwin()).toBeGreaterThan(3);
      expect(await again.terminate()).toBe(0);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  },
  120_000,
);

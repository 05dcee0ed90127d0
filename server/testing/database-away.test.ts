import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AccountSettings } from '../config/secrets.ts';
import type { Db } from '../db/db.ts';
import { openDatabase } from '../db/open.ts';
import { openPostgres } from '../db/postgres.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { newLink, postLink, readLink, remInput } from './link-inputs.ts';
import { signInAs, type TestClient } from './start-test-app.ts';
import { createTestDatabase, type TestDatabase, testEngine } from './test-database.ts';

/** The provider, which lives on while our database and our servers come and go. */
let twin: Sandbox;
let dataDir: string;
let postgres: TestDatabase | null = null;

const minutes = 60_000;
const log = pino({ level: 'silent' });

beforeAll(async () => {
  twin = await startSandbox({ port: 0, dataFile: null });
  twin.control.configure({ remRetries: true });
  dataDir = await mkdtemp(join(tmpdir(), 'tautan-away-'));
  if (testEngine === 'postgres') postgres = await createTestDatabase();
});
afterAll(async () => {
  await twin.close();
  await postgres?.close();
  await rm(dataDir, { recursive: true, force: true });
});

/** A server on the database as it is now, to which the twin sends its callbacks from now on. */
async function startOn(db: Db): Promise<RunningServer> {
  const account = { environment: 'sandbox', payUrl: null, callbackToken: 'a-token-of-the-sandbox' } as const;
  const accounts: AccountSettings[] = [
    { ...account, provider: 'rem', baseUrl: twin.remUrl, credentials: demoAccount.rem },
    { ...account, provider: 'fazz', baseUrl: twin.fazzUrl, credentials: demoAccount.fazz },
  ];
  const server = await startServer({
    config: {
      port: 0,
      sandboxPort: 0,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1',
      dataDir,
      databaseUrlSet: postgres !== null,
      answerWithinMs: 10_000,
      providerTimeoutMs: 30_000,
      readsPerMinute: 60,
      stopWithinMs: 25_000,
      environments: ['sandbox'],
      trustProxy: false,
      destinationNetworks: [],
      logLevel: 'error',
    },
    secrets: { accounts },
    db,
    log,
    validateResponses: true,
  });
  for (const { provider, environment, callbackToken } of accounts)
    twin.control.setCallbackUrl(provider, `${server.url}/callbacks/${provider}/${environment}/${callbackToken}`);
  return server;
}

const openAgain = async () => (await openDatabase({ databaseUrl: postgres?.url ?? null, dataDir, log })).db;

const answerOf = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  const { type } = await response.json();
  return [response.status, type];
};

const attemptsAt = (reference: string) =>
  twin.control.deliveries({ reference }).flatMap(({ attempts }) => attempts.map(({ httpStatus }) => httpStatus));

it('a callback that comes while the database is away is refused, and stored when the provider repeats it', async () => {
  const db = await openAgain();
  const first = await startOn(db);
  const client = await signInAs(first.url, 'finance');
  const link = await newLink(client, remInput());
  await db.close();

  twin.control.pay(link.reference);
  await twin.control.advance(0);
  expect(new Set(attemptsAt(link.reference))).toEqual(new Set([503]));
  const notReady = [503, '/problems/not-ready'];
  expect(await answerOf(`${first.url}/readyz`)).toEqual(notReady);
  expect(await answerOf(`${first.url}/api/sandbox/links`, { headers: { cookie: client.cookie } })).toEqual(notReady);
  expect((await postLink(client, remInput())).error?.type).toBe('/problems/not-ready');
  expect(twin.control.requests({ operation: 'createPaymentLink' })).toHaveLength(1);
  await first.stop();

  const second = await startOn(await openAgain());
  await twin.control.advance(5 * minutes);
  expect(attemptsAt(link.reference).at(-1)).toBe(200);
  const later = await signInAs(second.url, 'finance');
  await expect.poll(async () => (await readLink(later, link.id)).status).toBe('paid');
  await second.stop();
}, 60_000);

/** Ends the connections of everybody and lets nobody in, as a restart of PostgreSQL does; the function lets them in again. */
async function shutOut(): Promise<() => Promise<void>> {
  const url = new URL(postgres?.url ?? '');
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const admin = await openPostgres({ url: url.href, poolSize: 1 });
  await admin.exec(`alter database ${name} allow_connections false`);
  await admin.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name]);
  return async () => {
    await admin.exec(`alter database ${name} allow_connections true`);
    await admin.close();
  };
}

it.skipIf(testEngine === 'pglite')(
  'a restart of PostgreSQL is survived: requests are refused, then served, and callbacks are not lost',
  async () => {
    const server = await startOn(await openAgain());
    const client: TestClient = await signInAs(server.url, 'finance');
    const link = await newLink(client, remInput());
    const letIn = await shutOut();
    try {
      twin.control.pay(link.reference);
      await twin.control.advance(0);
      expect(new Set(attemptsAt(link.reference))).toEqual(new Set([503]));
      expect(await answerOf(`${server.url}/readyz`)).toEqual([503, '/problems/not-ready']);
      const made = await postLink(client, remInput());
      expect([made.response.status, made.error?.type]).toEqual([503, '/problems/not-ready']);
    } finally {
      await letIn();
    }
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    await twin.control.advance(5 * minutes);
    await expect.poll(async () => (await readLink(client, link.id)).status).toBe('paid');
    await server.stop();
  },
  60_000,
);

it.skipIf(testEngine === 'pglite')(
  'PostgreSQL goes away while REM makes a link: the link is found out and shown, once, when it is back',
  async () => {
    const server = await startOn(await openAgain());
    const client = await signInAs(server.url, 'finance');
    twin.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 700 });
    const answer = postLink(client, remInput({ reference: 'AWAYMEANWHILE' }));
    await expect.poll(() => twin.control.links({ reference: 'AWAYMEANWHILE' }).length).toBe(1);
    const letIn = await shutOut();
    const { response } = await answer.finally(letIn);
    expect(response.status).toBe(503);
    // Due 15 s after the intent: the answer could not be written down, so nobody has asked for an earlier look.
    const { rows } = await server.deps.db.query<{ id: string }>(
      `update payments set check_after = now() where reference = 'AWAYMEANWHILE' returning id`,
    );
    await server.workers.resolver.processAll();
    expect(await readLink(client, rows[0]?.id ?? '')).toMatchObject({ status: 'open' });
    expect(twin.control.requests({ reference: 'AWAYMEANWHILE', operation: 'createPaymentLink' })).toHaveLength(1);
    await server.stop();
  },
  60_000,
);

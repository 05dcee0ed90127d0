import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components, paths } from '../../openapi/generated/console.ts';
import { openDatabase } from '../db/open.ts';
import { demoAccount } from '../sandbox/demo-account.ts';
import { type Sandbox, startSandbox } from '../sandbox/start-sandbox.ts';
import { createStaff } from '../staff/create-staff.ts';
import { fazzInput, remInput } from './link-inputs.ts';
import { freePort, type ServerProcess, startServerProcess } from './server-process.ts';
import { createTestDatabase, type TestDatabase, testEngine } from './test-database.ts';

/** The providers live on while our server is killed: the twin in this process, under staging's name. */
let twin: Sandbox;
let dataDir: string;
let postgres: TestDatabase | null = null;
let url: string;
let env: Record<string, string>;
let server: ServerProcess;
let cookie: string;

const account = { email: 'finance@example.com', password: 'a long enough password' };
const environment = 'staging';
const kills = 20;

beforeAll(async () => {
  twin = await startSandbox({ port: 0, dataFile: null, settleAfterMs: 40 * 24 * 3_600_000 });
  dataDir = await mkdtemp(join(tmpdir(), 'tautan-kill-'));
  if (testEngine === 'postgres') postgres = await createTestDatabase();
  await addStaff();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  env = settings(port);
  for (const provider of ['rem', 'fazz'] as const)
    twin.control.setCallbackUrl(provider, `${url}/callbacks/${provider}/${environment}/${callbackToken}`);
  server = await startServerProcess(url, env);
  const { response } = await createClient<paths>({ baseUrl: url }).POST('/api/session', { body: account });
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
}, 120_000);

afterAll(async () => {
  await server.killNine();
  await twin.close();
  await postgres?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const callbackToken = 'a-token-for-callbacks-of-a-test';

const settings = (port: number): Record<string, string> => ({
  PORT: String(port),
  DATA_DIR: dataDir,
  ...(postgres?.url && { DATABASE_URL: postgres.url }),
  ANSWER_WITHIN_MS: '1000',
  PROVIDER_TIMEOUT_MS: '5000',
  STAGING_REM_USERNAME: demoAccount.rem.username,
  STAGING_REM_API_KEY: demoAccount.rem.apiKey,
  STAGING_REM_CALLBACK_TOKEN: callbackToken,
  STAGING_REM_URL: twin.remUrl,
  STAGING_FAZZ_API_KEY: demoAccount.fazz.apiKey,
  STAGING_FAZZ_SECRET_KEY: demoAccount.fazz.secretKey,
  STAGING_FAZZ_SIGNING_SECRET: demoAccount.fazz.signingSecret,
  STAGING_FAZZ_CALLBACK_TOKEN: callbackToken,
  STAGING_FAZZ_URL: twin.fazzUrl,
});

async function addStaff() {
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const { db } = await openDatabase({ databaseUrl: postgres?.url ?? null, dataDir, log: quiet });
  await createStaff({ db, clock: () => new Date() }, { ...account, name: 'Rani', role: 'finance' });
  await db.close();
}

type CreateLinkInput = components['schemas']['CreateLinkInput'];
interface Order {
  key: string;
  body: CreateLinkInput;
}

const client = () => createClient<paths>({ baseUrl: url, headers: { cookie } });

/** The answer, or null when the server was not there to give one. */
const create = ({ key, body }: Order) =>
  client()
    .POST('/api/{environment}/links', { params: { path: { environment }, header: { 'Idempotency-Key': key } }, body })
    .catch(() => null);

/** Sends it until it is answered with a link. */
async function createWithPatience(order: Order): Promise<components['schemas']['Link']> {
  for (;;) {
    const answer = await create(order);
    if (answer?.data) return answer.data;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const read = async (id: string) =>
  (await client().GET('/api/{environment}/links/{id}', { params: { path: { environment, id } } })).data;

const creations = (reference: string) => twin.control.links({ reference }).length;

it.each([
  ['REM', remInput()],
  ['Fazz', fazzInput()],
])(
  'kill -9 while %s makes a link: after the restart the console says by itself that it is there, once',
  async (_, body) => {
    twin.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 3_000 });
    const order = { key: randomUUID(), body };
    const before = twin.control.links().length;
    const answer = create(order);
    await expect.poll(() => twin.control.links().length).toBe(before + 1);
    await server.killNine();
    expect(await answer).toBeNull();

    server = await startServerProcess(url, env);
    const { data } = await client().GET('/api/{environment}/links', { params: { path: { environment } } });
    const [row] = data?.items ?? [];
    expect(row?.provider).toBe(body.provider);
    await expect.poll(async () => (await read(row?.id ?? ''))?.status, { timeout: 30_000, interval: 250 }).toBe('open');
    expect(creations(row?.reference ?? '')).toBe(1);

    const again = await create(order);
    expect(again?.response.status).toBe(200);
    expect(again?.data?.id).toBe(row?.id);
    expect(twin.control.links()).toHaveLength(before + 1);
  },
  90_000,
);

it(`${kills} times kill -9 at any moment: nothing that was acknowledged is lost, and nothing is made twice`, async () => {
  const orders: Order[] = [];
  const acknowledged = new Map<string, string>();
  let isOver = false;

  /** Creates links and has them paid; what is not answered is sent again with the same key, as a browser does. */
  async function work(index: number) {
    while (!isOver) {
      const order = { key: `kill-${index}-${randomUUID()}`, body: orders.length % 2 === 0 ? remInput() : fazzInput() };
      orders.push(order);
      const link = await createWithPatience(order);
      acknowledged.set(order.key, link.id);
      if (link.status === 'open') twin.control.pay(link.reference);
    }
  }

  const workers = [0, 1, 2].map(work);
  for (let kill = 0; kill < kills; kill++) {
    const next = acknowledged.size + Math.floor(Math.random() * 12);
    await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 2 }).toBeGreaterThanOrEqual(next);
    await server.killNine();
    server = await startServerProcess(url, env);
  }
  isOver = true;
  await Promise.all(workers);
  expect(acknowledged.size).toBe(orders.length);
  expect(new Set(acknowledged.values()).size).toBe(orders.length);

  const stillCreating = () =>
    client().GET('/api/{environment}/links', { params: { path: { environment }, query: { status: ['creating'] } } });
  await expect.poll(async () => (await stillCreating()).data?.items, { timeout: 60_000, interval: 250 }).toEqual([]);

  const delivered = new Set(twin.control.deliveries({ state: 'delivered' }).map(({ reference }) => reference));
  expect(delivered.size).toBeGreaterThan(kills);
  for (const id of acknowledged.values()) {
    const link = await read(id);
    const isThere = link?.status === 'open' || link?.status === 'paid';
    expect({ id, status: link?.status, atProvider: creations(link?.reference ?? '') }).toEqual({
      id,
      status: link?.status,
      atProvider: isThere ? 1 : 0,
    });
    if (delivered.has(link?.reference ?? '')) expect(link?.status).toBe('paid');
  }
}, 300_000);

it('SIGTERM finishes what is under way and ends well', async () => {
  twin.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 700 });
  const before = twin.control.links().length;
  const answer = create({ key: randomUUID(), body: remInput() });
  await expect.poll(() => twin.control.links().length).toBe(before + 1);
  expect(await server.terminate()).toBe(0);
  expect((await answer)?.response.status).toBe(201);
  server = await startServerProcess(url, env);
  const id = (await answer)?.data?.id ?? '';
  expect((await read(id))?.status).toBe('open');
}, 60_000);

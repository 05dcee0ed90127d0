import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableServer, startKillableServer } from '../testing/killable-server.ts';
import { writeTwinPayments } from '../testing/twin-payments.ts';

const count = Number(process.env.IMPORTED ?? 1_500);
const days = { from: '2026-08-10', to: '2026-08-19' };
const environment = 'staging';
let directory: string;
let server: KillableServer;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tautan-imports-'));
  const dataFile = join(directory, 'twin.jsonl');
  const spacingMs = (10 * 86_400_000) / count;
  const startMs = Date.parse(`${days.from}T00:00:00+07:00`);
  await writeTwinPayments(dataFile, { count, createdAt: (n) => new Date(startMs + n * spacingMs).toISOString() });
  server = await startKillableServer({ sandbox: { dataFile } });
}, 120_000);
afterAll(async () => {
  await server.close();
  await rm(directory, { recursive: true });
});

/** Resolves to the run's id. */
async function start(): Promise<string> {
  const { data } = await server.client().POST('/api/{environment}/import-runs', {
    params: { path: { environment }, header: { 'Idempotency-Key': randomUUID() } },
    body: days,
  });
  return data?.id ?? '';
}

async function runOf(id: string) {
  const { data } = await server.client().GET('/api/{environment}/import-runs', { params: { path: { environment } } });
  return data?.items.find((run) => run.id === id);
}

const untilSeen = (id: string, seen: number) =>
  expect
    .poll(async () => (await runOf(id))?.seenCount, { timeout: 240_000, interval: 20 })
    .toBeGreaterThanOrEqual(seen);
const untilDone = (id: string) =>
  expect.poll(async () => (await runOf(id))?.state, { timeout: 240_000, interval: 100 }).toBe('done');

async function payments() {
  const { data } = await server.client().GET('/api/{environment}/payment-totals', {
    params: { path: { environment }, query: { kind: ['one-time'] } },
  });
  return data;
}

it(`${count} payments, kill -9 in the middle of it, twice: after the restart the import goes on, and each is there once`, async () => {
  const id = await start();
  for (const seen of [1_000, 2_500]) {
    await untilSeen(id, seen);
    await server.killNine();
    await server.restart();
    const after = await runOf(id);
    expect(after).toMatchObject({ state: 'running', knownCount: 0, problem: null });
    // What is acknowledged is in the ledger, and nothing of the page in hand.
    expect(after?.importedCount).toBeGreaterThanOrEqual(seen);
    expect((await payments())?.count).toBeGreaterThanOrEqual(after?.importedCount ?? 0);
  }
  await untilDone(id);
  expect(await runOf(id)).toMatchObject({ seenCount: count, importedCount: count, knownCount: 0, progress: 1 });
  expect(await payments()).toMatchObject({ count, countIsExact: true, paidCount: count / 2 });
}, 600_000);

it('a second import adds nothing', async () => {
  const id = await start();
  await untilDone(id);
  expect(await runOf(id)).toMatchObject({ seenCount: count, importedCount: 0, knownCount: count });
  expect(await payments()).toMatchObject({ count, countIsExact: true });
}, 600_000);

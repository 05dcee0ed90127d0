import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type KillableServer, startKillableServer } from '../testing/killable-server.ts';
import { writeTwinPayments } from '../testing/twin-payments.ts';

/**
 * The full proof takes 5,000, and waits in real time until the lease of a server that was killed has ended:
 * `IMPORTED=5000 npx vitest run --project server server/imports/import-kill-nine.test.ts`.
 */
const { IMPORTED } = process.env;
const count = Number(IMPORTED ?? 400);
const awayMs = IMPORTED === undefined ? 60_000 : 0;
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

const pagesAsked = () => server.twin.control.requests().filter(({ operation }) => operation === 'listPayments').length;

async function payments() {
  const { data } = await server.client().GET('/api/{environment}/payment-totals', {
    params: { path: { environment }, query: { kind: ['one-time'] } },
  });
  return data;
}

it(`${count} payments, kill -9 in the middle of it, twice: after the restart the import goes on, and each is there once`, async () => {
  const id = await start();
  const askedBefore: number[] = [];
  for (const seen of [count / 5, count / 2]) {
    await untilSeen(id, seen);
    await server.killNine();
    askedBefore.push(pagesAsked());
    await server.restart({ awayMs });
    const after = await runOf(id);
    expect(after).toMatchObject({ knownCount: 0, problem: null });
    // What is acknowledged is in the ledger, and nothing of the page in hand.
    expect(after?.importedCount).toBeGreaterThanOrEqual(seen);
    expect((await payments())?.count).toBeGreaterThanOrEqual(after?.importedCount ?? 0);
  }
  await untilDone(id);
  // Each kill was in the middle: there were pages left to ask for.
  expect(askedBefore[1]).toBeGreaterThan(askedBefore[0] ?? 0);
  expect(pagesAsked()).toBeGreaterThan(askedBefore[1] ?? 0);
  expect(await runOf(id)).toMatchObject({ seenCount: count, importedCount: count, knownCount: 0, progress: 1 });
  expect(await payments()).toMatchObject({ count, countIsExact: true, paidCount: count / 2 });
}, 600_000);

it('a second import adds nothing', async () => {
  const id = await start();
  await untilDone(id);
  expect(await runOf(id)).toMatchObject({ seenCount: count, importedCount: 0, knownCount: count });
  expect(await payments()).toMatchObject({ count, countIsExact: true });
}, 600_000);

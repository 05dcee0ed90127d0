/**
 * `npm run bench:callbacks`: accepted callbacks a second through the product, beside (a) a bare express application with one
 * insert a request and (b) a raw handler with group commit; on the same database in the same run, at 1 to 100 connections.
 * On the embedded database, or on a scratch database of the server that DATABASE_URL names. Exits 1 below the limits.
 *
 * The workers rest, as in (a) and (b): what is measured is receiving. BENCH_WORKERS=1 lets the product read what it has stored as well.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import express from 'express';
import pino from 'pino';
import { insertCallbacks, type ReceivedCallback } from '../server/callbacks/callbacks.sql.ts';
import { createCallbackStore } from '../server/callbacks/store-callbacks.ts';
import { readEnv } from '../server/config/env.ts';
import { openDatabase } from '../server/db/open.ts';
import { startServer } from '../server/start-server.ts';
import { scratchDatabase } from './scratch-database.ts';

const connections = [1, 5, 20, 50, 100];
/** Of each load; each target gets as many as there are turns, in turn, and the median counts: a machine is not equally quick all the time. */
const seconds = Number(process.env.BENCH_SECONDS ?? 1);
const turns = 5;
const limitsOf = { postgres: { rate: 0.9, p99: 2 }, pglite: { rate: 2, p99: 2 } };
const atConnections = 20;

interface Figures {
  perSecond: number;
  p99Ms: number;
}

const say = (text = '') => process.stdout.write(`${text}\n`);
const log = pino({ level: 'error' });
const dataDir = await mkdtemp(join(tmpdir(), 'tautan-bench-'));
const scratch = await scratchDatabase(process.env.DATABASE_URL ?? null);
const { db, engine } = await openDatabase({ databaseUrl: scratch.url, dataDir, log });
const { config, secrets } = readEnv({ PORT: '0', SANDBOX_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const startWorkers = process.env.BENCH_WORKERS === '1';
const product = await startServer({ config, secrets, db, log, sandbox: { dataFile: null }, startWorkers });
// A nudge wakes also those that were never started.
if (!startWorkers) await Promise.all(Object.values(product.workers).map((worker) => worker.pause()));
const account = product.accountSettings.find(({ provider }) => provider === 'rem');
const message = JSON.stringify({
  partner_tx_id: 'TL2611210000BENCH',
  tx_ref_number: '26325R9K2L41',
  amount: 150_000,
  sender_name: 'Siti Rahayu',
  status: 'complete',
  payment_method: 'QRIS',
  payment_received_time: '2026-11-21T14:06:11',
  settlement_status: 'WAITING',
  settlement_time: '2026-11-22T15:00:00',
  description: 'Pesanan 1042',
});

const bare = express();
bare.post('/', express.raw({ type: () => true, limit: '256kb' }), async (request, response) => {
  await insertCallbacks(db, [callbackOf(request.headers, request.body)]);
  response.json({ received: true });
});
const store = createCallbackStore(db);
const answer = JSON.stringify({ received: true });
const raw: RequestListener = (request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', async () => {
    await store(callbackOf(request.headers, Buffer.concat(parts)));
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(answer);
  });
};

const servers = [await listen(createServer(bare)), await listen(createServer(raw))] as const;
const targets = {
  product: `${product.url}/callbacks/rem/sandbox/${account?.callbackToken}`,
  '(a) bare express, one insert each': servers[0].url,
  '(b) raw handler, group commit': servers[1].url,
};
type Target = keyof typeof targets;
const results = new Map<string, Figures>();

say(
  `bench:callbacks on ${engine}, ${turns} times ${seconds} s each, ${startWorkers ? 'workers running' : 'workers resting'}`,
);
for (const target of Object.keys(targets) as Target[]) await load(targets[target], 20, 2);
for (const count of connections) {
  say(`\n${count} connections                          accepted/s    p99 ms`);
  const loads = new Map<Target, Figures[]>();
  for (let turn = 0; turn < turns; turn++)
    for (const target of Object.keys(targets) as Target[])
      loads.set(target, [...(loads.get(target) ?? []), await load(targets[target], count, seconds)]);
  for (const [target, taken] of loads) {
    const figures = {
      perSecond: median(taken.map(({ perSecond }) => perSecond)),
      p99Ms: median(taken.map(({ p99Ms }) => p99Ms)),
    };
    results.set(`${target} ${count}`, figures);
    say(`  ${target.padEnd(36)} ${figures.perSecond.toFixed(0).padStart(10)} ${figures.p99Ms.toFixed(1).padStart(9)}`);
  }
}
const isWithin = report();
for (const { server } of servers) server.close();
await product.stop();
await scratch.drop();
await rm(dataDir, { recursive: true, force: true });
process.exit(isWithin ? 0 : 1);

function callbackOf(headers: ReceivedCallback['headers'] | object, body: Uint8Array): ReceivedCallback {
  return {
    environment: 'sandbox',
    provider: 'rem',
    receivedAt: new Date(),
    sourceAddress: '127.0.0.1',
    headers: { ...headers },
    body,
  };
}

/** Only what was answered with 200 counts; anything else fails the whole benchmark. */
async function load(url: string, count: number, duration: number): Promise<Figures> {
  const { requests, latency, non2xx, errors } = await autocannon({
    url,
    connections: count,
    duration,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: message,
    workers: 1,
  });
  if (non2xx > 0 || errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} broken`);
  return { perSecond: requests.average, p99Ms: latency.p99 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

function report(): boolean {
  const of = (target: Target, count: number) => results.get(`${target} ${count}`) ?? { perSecond: 0, p99Ms: 0 };
  const [mine, theirs] = [of('product', atConnections), of('(a) bare express, one insert each', atConnections)];
  const growth = of('product', 100).perSecond / of('product', 1).perSecond;
  const rate = mine.perSecond / theirs.perSecond;
  const p99 = mine.p99Ms / theirs.p99Ms;
  const limits = limitsOf[engine];
  const isGood = rate >= limits.rate && p99 <= limits.p99;
  say(`\nproduct from 1 to 100 connections: ${growth.toFixed(2)} times the callbacks a second`);
  say(
    `at ${atConnections} connections: ${rate.toFixed(2)} times the rate of (a) (at least ${limits.rate}), p99 ${p99.toFixed(2)} times (at most ${limits.p99}): ${isGood ? 'ok' : 'OUTSIDE THE LIMITS'}`,
  );
  return isGood;
}

async function listen(server: Server): Promise<{ server: Server; url: string }> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

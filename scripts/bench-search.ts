/**
 * `npm run bench:search`: loads links and measures list, filter, deep page, exact id and substring search through the API,
 * each beside the same statement run bare on the same database in the same run, at 10,000 and at 1,000,000 links.
 * On the embedded database, or on a scratch database of the server that DATABASE_URL names. Exits 1 over the limits below.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readEnv } from '../server/config/env.ts';
import type { Db } from '../server/db/db.ts';
import { openDatabase } from '../server/db/open.ts';
import type { PaymentSearch } from '../server/payments/search.ts';
import { searchPayments, searchStatement } from '../server/payments/search-payments.ts';
import { type RunningServer, startServer } from '../server/start-server.ts';
import { signInAs } from '../server/testing/start-test-app.ts';
import {
  dropSearchIndex,
  fillPayments,
  searchIndexDefinition,
  settleStatistics,
  someReferences,
  withoutTimeout,
} from './bench-search.sql.ts';
import { scratchDatabase } from './scratch-database.ts';

const sizes = [10_000, Number(process.env.BENCH_LINKS ?? 1_000_000)];
const rounds = 400;
const limits = { ratioOfListP95: 3, growthOfListP95: 1.5 };

type Case = (round: number) => Omit<PaymentSearch, 'environment' | 'kinds'>;
interface Figures {
  p50: number;
  p95: number;
}

const log = pino({ level: 'error' });
const say = (text = '') => process.stdout.write(`${text}\n`);
const dataDir = await mkdtemp(join(tmpdir(), 'tautan-bench-'));
const scratch = await scratchDatabase(process.env.DATABASE_URL ?? null);
const { db, engine } = await openDatabase({ databaseUrl: scratch.url, dataDir, log });
const { config, secrets } = readEnv({ PORT: '0', SANDBOX_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error' });
const server = await startServer({ config, secrets, db, log, sandbox: { dataFile: null }, startWorkers: false });
const { cookie } = await signInAs(server.url, 'finance');
const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const results = new Map<string, { size: number; api: Figures; bare: Figures }[]>();

say(`bench:search on ${engine}, ${rounds} searches of each kind, ms`);
let loaded = 0;
for (const size of sizes) {
  const startedAt = performance.now();
  await load(db, loaded, size);
  loaded = size;
  say(`\n${size.toLocaleString('en')} links (loaded in ${((performance.now() - startedAt) / 1000).toFixed(0)} s)`);
  say('                     API p50    p95   bare p50    p95   ratio p50    p95');
  for (const [name, search] of Object.entries(await casesOf(db))) await measure(name, size, search);
}
const isWithin = report();
await server.stop();
await scratch.drop();
await rm(dataDir, { recursive: true, force: true });
process.exit(isWithin ? 0 : 1);

async function load(into: Db, from: number, to: number): Promise<void> {
  const { rows } = await into.query<{ definition: string }>(searchIndexDefinition);
  await into.exec(dropSearchIndex);
  for (let done = from; done < to; done += 50_000) await into.exec(fillPayments(done + 1, Math.min(done + 50_000, to)));
  for (const { definition } of rows) await into.exec(withoutTimeout(definition));
  await into.exec(settleStatistics);
}

async function casesOf(on: Db): Promise<Record<string, Case>> {
  const { rows } = await on.query<{ reference: string }>(someReferences, [rounds]);
  const reference = (round: number) => rows[round % rows.length]?.reference ?? '';
  const halfYearAgo = new Date(Date.now() - 182 * 86_400_000).toISOString().slice(0, 10);
  const monthAgo = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const middle = await searchPayments(
    on,
    { environment: 'sandbox', kinds: ['link'], createdTo: halfYearAgo },
    new Date(),
  );
  const deepCursor = middle.nextCursor ?? '';
  return {
    list: () => ({}),
    filter: () => ({ status: ['awaiting_payment'], createdFrom: monthAgo }),
    'deep page': () => ({ cursor: deepCursor }),
    'exact id': (round) => ({ q: reference(round) }),
    substring: (round) => ({ q: reference(round).slice(4, 12) }),
  };
}

/** Both ways alternate, so that whatever else the machine does falls on both. */
async function measure(name: string, size: number, search: Case): Promise<void> {
  const api: number[] = [];
  const bare: number[] = [];
  for (let round = -50; round < rounds; round++) {
    const wanted = search(Math.abs(round));
    const { text, params } = searchStatement({ environment: 'sandbox', kinds: ['link'], ...wanted }, new Date());
    const bareMs = await timed(() => db.query(text, params));
    const apiMs = await timed(() => get(server, wanted));
    if (round >= 0) bare.push(bareMs);
    if (round >= 0) api.push(apiMs);
  }
  const figures = { size, api: figuresOf(api), bare: figuresOf(bare) };
  results.set(name, [...(results.get(name) ?? []), figures]);
  const { api: a, bare: b } = figures;
  const columns = [a.p50, a.p95, b.p50, b.p95, a.p50 / b.p50, a.p95 / b.p95].map((figure) =>
    figure.toFixed(2).padStart(8),
  );
  say(`  ${name.padEnd(16)} ${columns.join(' ')}`);
}

function get({ url }: RunningServer, { status, createdFrom, cursor, q }: ReturnType<Case>): Promise<void> {
  const query = new URLSearchParams({
    ...(status && { status: status.join(',') }),
    ...(createdFrom && { createdFrom }),
    ...(cursor && { cursor }),
    ...(q && { q }),
  });
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-encoding': 'gzip' };
    request(`${url}/api/sandbox/links?${query}`, { agent, headers }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`the search answered ${response.statusCode}`));
      response.resume().on('end', resolve);
    })
      .on('error', reject)
      .end();
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function figuresOf(times: number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95) };
}

function report(): boolean {
  say('\ngrowth of the API from the first size to the last, p50 and p95');
  for (const [name, [small, large]] of results) {
    if (!small || !large) continue;
    say(
      `  ${name.padEnd(16)} ${(large.api.p50 / small.api.p50).toFixed(2).padStart(8)} ${(large.api.p95 / small.api.p95).toFixed(2).padStart(8)}`,
    );
  }
  const [small, large] = results.get('list') ?? [];
  if (!small || !large) return false;
  const ratio = large.api.p95 / large.bare.p95;
  const growth = large.api.p95 / small.api.p95;
  const isGood = ratio <= limits.ratioOfListP95 && growth <= limits.growthOfListP95;
  say(
    `\nlist at p95: ${ratio.toFixed(2)} times the bare statement (limit ${limits.ratioOfListP95}), ${growth.toFixed(2)} times itself at ${small.size.toLocaleString('en')} (limit ${limits.growthOfListP95}): ${isGood ? 'ok' : 'OVER THE LIMIT'}`,
  );
  return isGood;
}

import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { writeTwinPayments } from '../testing/twin-payments.ts';
import { advanceImportRun } from './advance-run.ts';
import { claimDueRun, extendClaim, writeProgress } from './imports.sql.ts';

type Schemas = components['schemas'];

vi.setConfig({ testTimeout: 120_000 });

const { clock, moveOn } = movableClock();
const environment = 'sandbox';
let directory: string;
let app: TestApp;
let support: TestClient;
let callbackUrl: string | null;

/** So many payments on each of six days, five minutes after each other; on the third, 60 of them within one second. */
const perDay = 120;
const firstDay = '2026-08-10';
const dayMs = 86_400_000;
const createdAt = (number: number) => {
  const isBurst = number >= 2 * perDay + 20 && number < 2 * perDay + 80;
  const second = isBurst ? 20_000 : (number % perDay) * 300;
  const startMs = Date.parse(`${firstDay}T00:00:00+07:00`) + Math.floor(number / perDay) * dayMs;
  return new Date(startMs + second * 1_000).toISOString();
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tautan-imports-'));
  const dataFile = join(directory, 'twin.jsonl');
  await writeTwinPayments(dataFile, { count: 6 * perDay, createdAt });
  const config = { answerWithinMs: 1_500, providerTimeoutMs: 5_000 };
  app = await startTestApp({ clock, config, startWorkers: false, sandbox: { dataFile } });
  // What an import finds is told by nobody else, unless a test wants it.
  callbackUrl = app.sandbox.control.settings().callbackUrls.fazz;
  app.sandbox.control.setCallbackUrl('fazz', null);
  // Tests move the runs themselves, also when a request nudges the worker.
  await app.workers.imports.pause();
  support = await app.signIn('support');
});
afterAll(async () => {
  await app.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => app.sandbox.control.disarm());

const start = (from: string, to: string, key: string = randomUUID(), client = support) =>
  client.POST('/api/{environment}/import-runs', {
    params: { path: { environment }, header: { 'Idempotency-Key': key } },
    body: { from, to },
  });
const runAt = (runId: string) => ({ params: { path: { environment, runId } } }) as const;
const cancel = (id: string) => support.POST('/api/{environment}/import-runs/{runId}/cancel', runAt(id));
const resume = (id: string) => support.POST('/api/{environment}/import-runs/{runId}/resume', runAt(id));
const runs = async () =>
  (await support.GET('/api/{environment}/import-runs', { params: { path: { environment } } })).data?.items ?? [];
const runOf = async (id: string) => (await runs()).find((run) => run.id === id);

/** Moves what is due, page by page, until nothing is; resolves to how many pages that were. */
async function work(deps = app.deps): Promise<number> {
  let pages = 0;
  while ((await advanceImportRun(deps)) > 0) pages += 1;
  return pages;
}

/** Starts a run and lets it come to its end. */
async function importDays(from: string, to: string): Promise<Schemas['ImportRun'] | undefined> {
  const { data } = await start(from, to);
  await work();
  return runOf(data?.id ?? '');
}

const rowsOf = async (where: string, ...params: unknown[]) => {
  const { rows } = await app.db.query<{ id: string; reference: string; status: string; createdAt: Date }>(
    `select id, reference, status, created_at as "createdAt" from payments where ${where} order by created_at, reference`,
    params,
  );
  return rows;
};
const importedRows = () => rowsOf(`reference like 'SHOP-%'`);
const auditOf = async (runId: string) => {
  const { rows } = await app.db.query<{ action: string; name: string }>(
    `select action, staff_name as name from audit_entries where detail->>'runId' = $1 order by id`,
    [runId],
  );
  return rows.map(({ action }) => action);
};
const timelineOf = async (id: string) =>
  (await support.GET('/api/{environment}/payments/{id}/timeline', { params: { path: { environment, id } } })).data
    ?.entries;
const searched = async (q: string) =>
  (await support.GET('/api/{environment}/payments', { params: { path: { environment }, query: { q } } })).data?.items;

describe('an import of a range of days', () => {
  it('adds what Fazz lists of these days alone, each payment as old and as far as Fazz says', async () => {
    const run = await importDays('2026-08-11', '2026-08-12');
    expect(run).toMatchObject({
      provider: 'fazz',
      from: '2026-08-11',
      to: '2026-08-12',
      state: 'done',
      seenCount: 2 * perDay,
      importedCount: 2 * perDay,
      knownCount: 0,
      progress: 1,
      problem: null,
      endedAt: expect.any(String),
    });
    expect(run?.startedBy).toMatch(/\w/);
    const rows = await importedRows();
    const expected = Array.from({ length: 2 * perDay }, (_, index) => index + perDay);
    expect(rows.map(({ reference }) => reference).toSorted()).toEqual(expected.map((n) => `SHOP-${n}`).toSorted());
    expect(new Set(rows.map((row) => row.createdAt.toISOString()))).toEqual(new Set(expected.map(createdAt)));
    const statuses = ['open', 'expired', 'paid', 'paid'];
    for (const { reference, status } of rows) expect(status).toBe(statuses[Number(reference.slice(5)) % 4]);

    const [row] = rows;
    const { data: payment } = await support.GET('/api/{environment}/payments/{id}', {
      params: { path: { environment, id: row?.id ?? '' } },
    });
    expect(payment).toMatchObject({ kind: 'one-time', provider: 'fazz', imported: true, createdBy: run?.startedBy });
    expect(await timelineOf(row?.id ?? '')).toMatchObject([{ source: 'import', verdict: 'applied', deviations: [] }]);
    expect(await auditOf(run?.id ?? '')).toEqual(['startImportRun']);
  });

  it('that runs again adds nothing, and reads what it knows again', async () => {
    const before = await importedRows();
    app.sandbox.control.pay('SHOP-240');
    expect(await importDays('2026-08-11', '2026-08-13')).toMatchObject({
      state: 'done',
      seenCount: 3 * perDay,
      importedCount: perDay,
      knownCount: 2 * perDay,
    });
    const after = await importedRows();
    expect(after).toHaveLength(before.length + perDay);
    const paid = after.find(({ reference }) => reference === 'SHOP-240');
    expect(paid?.status).toBe('paid');
    expect(await timelineOf(paid?.id ?? '')).toMatchObject([
      { source: 'import', verdict: 'applied', status: 'paid' },
      { source: 'import' },
    ]);
    const { rows } = await app.db.query(
      `select 1 from payments where kind = 'one-time' group by provider_payment_id having count(*) > 1`,
    );
    expect(rows).toEqual([]);
  });

  it('that was paid before counts as paid on the day when it was made, since Fazz names no other', async () => {
    const { data } = await support.GET('/api/{environment}/payment-totals', {
      params: { path: { environment }, query: { paidFrom: '2026-08-11', paidTo: '2026-08-11' } },
    });
    expect(data).toMatchObject({ count: perDay / 2, paidCount: perDay / 2 });
  });

  it('recognises a payment whose creation is unknown by its reference, also in another case, and no older one', async () => {
    const today = new Date(clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const make = (reference: string) =>
      finance.POST('/api/{environment}/one-time-payments', {
        params: { path: { environment }, header: { 'Idempotency-Key': randomUUID() } },
        body: { method: 'qris', amountIdr: 25_000, displayName: 'Toko Melati', reference },
      });
    const finance = await app.signIn('finance');
    const atProvider = async (reference: string) => {
      const port = app.deps.accounts.get(environment, 'fazz')?.ports['one-time'];
      const expiresAt = new Date(clock().getTime() + 3_600_000).toISOString();
      const order = { method: 'qris', amountIdr: 25_000, displayName: 'Toko Melati', reference, expiresAt } as const;
      expect(await port?.create(order)).toMatchObject({ kind: 'answer' });
    };
    const known = (await make('Ours-Known')).data;
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'createPayment', count: 2 });
    const unknown = (await make('Ours-Unknown')).data;
    const taken = (await make('Ours-Taken')).data;
    expect([known?.status, unknown?.status, taken?.status]).toEqual(['open', 'creating', 'creating']);
    await atProvider('OURS-unknown');
    await atProvider('Ours-Taken');
    app.sandbox.control.backdate('Ours-Taken', new Date(clock().getTime() - 3_600_000).toISOString());

    const from = new Date(clock().getTime() + 6 * 3_600_000).toISOString().slice(0, 10);
    expect(await importDays(from, today)).toMatchObject({
      state: 'done',
      seenCount: 3,
      importedCount: 0,
      knownCount: 2,
      problem: expect.stringMatching(/^1 of what Fazz listed could not be imported/),
    });
    const found = await searched('ours-');
    expect(found?.map(({ reference, status }) => ({ reference, status }))).toEqual([
      { reference: 'Ours-Taken', status: 'creating' },
      { reference: 'Ours-Unknown', status: 'open' },
      { reference: 'Ours-Known', status: 'open' },
    ]);
    expect(await timelineOf(unknown?.id ?? '')).toMatchObject([
      { source: 'import', verdict: 'applied' },
      { source: 'create' },
      { action: 'createOneTimePayment', outcome: 'done' },
    ]);
    // Of which no second may ever be made of what is ours.
    expect(await rowsOf(`lower(reference) like 'ours-%'`)).toHaveLength(3);
  });
});

describe('a run', () => {
  const day = '2026-08-10';
  it('is started once for each key, by whoever may import, for days that are over or today, one at a time', async () => {
    const key = randomUUID();
    const first = await start(day, day, key);
    expect(first.response.status).toBe(201);
    expect(first.data).toMatchObject({ state: 'running', progress: 0, seenCount: 0, endedAt: null });
    const again = await start(day, day, key);
    expect(again.response.status).toBe(200);
    expect(again.data?.id).toBe(first.data?.id);
    expect((await start(day, '2026-08-11', key)).error).toMatchObject({ type: '/problems/idempotency-key-reused' });
    expect((await start(day, day)).error).toMatchObject({ type: '/problems/import-not-allowed' });
    const viewer = await app.signIn('viewer');
    expect((await start(day, day, randomUUID(), viewer)).response.status).toBe(403);
    expect((await cancel(first.data?.id ?? '')).data?.state).toBe('cancelled');
    expect(await work()).toBe(0);

    const today = new Date(clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    const tomorrow = new Date(clock().getTime() + 31 * 3_600_000).toISOString().slice(0, 10);
    for (const [from, to, error] of [
      ['2026-08-11', '2026-08-10', { field: 'to', code: 'too_soon', limit: '2026-08-11' }],
      [today, tomorrow, { field: 'to', code: 'too_far', limit: today }],
      ['2025-01-01', '2026-08-10', { field: 'from', code: 'too_far', limit: 366 }],
      ['2026-02-30', '2026-08-10', { field: 'from', code: 'format' }],
    ] as const)
      expect((await start(from, to)).error).toMatchObject({ type: '/problems/invalid-request', errors: [error] });
  });

  it('that is cancelled keeps what it has, and goes on where it left off when it is resumed', async () => {
    const id = (await start(day, day)).data?.id ?? '';
    expect([await advanceImportRun(app.deps), await advanceImportRun(app.deps)]).toEqual([1, 1]);
    const half = await runOf(id);
    expect(half).toMatchObject({ state: 'running', importedCount: 99 });
    expect(half?.progress).toBeGreaterThan(0.2);
    expect(half?.progress).toBeLessThan(0.5);
    expect((await cancel(id)).data).toMatchObject({
      state: 'cancelled',
      importedCount: 99,
      endedAt: expect.any(String),
    });
    expect((await cancel(id)).data?.state).toBe('cancelled');
    expect(await work()).toBe(0);

    const other = (await start('2026-08-15', '2026-08-15')).data?.id ?? '';
    expect((await resume(id)).error).toMatchObject({ type: '/problems/import-not-allowed' });
    await cancel(other);
    expect((await resume(id)).data).toMatchObject({ state: 'running', endedAt: null, importedCount: 99 });
    expect((await resume(id)).data?.state).toBe('running');
    await work();
    expect(await runOf(id)).toMatchObject({ state: 'done', seenCount: perDay, importedCount: perDay, knownCount: 0 });
    expect((await resume(id)).error).toMatchObject({ type: '/problems/import-not-allowed' });
    expect((await cancel(id)).error).toMatchObject({ type: '/problems/import-not-allowed' });
    expect(await auditOf(id)).toEqual(['startImportRun', 'cancelImportRun', 'resumeImportRun']);
  });

  it('that is cancelled while Fazz is asked takes nothing of the answer', async () => {
    app.sandbox.control.arm({ scenario: 'slow_answer', operation: 'listPayments', delayMs: 700 });
    const id = (await start('2026-08-11', '2026-08-11')).data?.id ?? '';
    const page = advanceImportRun(app.deps);
    await expect.poll(() => app.sandbox.control.armed()).toEqual([]);
    expect((await cancel(id)).data?.state).toBe('cancelled');
    expect(await page).toBe(1);
    expect(await runOf(id)).toMatchObject({ state: 'cancelled', seenCount: 0, progress: 0 });
  });

  it('goes on beside callbacks about the payments that it reads', async () => {
    app.sandbox.control.setCallbackUrl('fazz', callbackUrl);
    const id = (await start('2026-08-11', '2026-08-11')).data?.id ?? '';
    const paid = Array.from({ length: perDay / 4 }, (_, index) => `SHOP-${perDay + 4 * index}`);
    const paying = (async () => {
      for (const reference of paid) {
        app.sandbox.control.pay(reference);
        await new Promise(setImmediate);
      }
    })();
    await Promise.all([work(), paying]);
    expect(await runOf(id)).toMatchObject({ state: 'done', seenCount: perDay, knownCount: perDay, problem: null });
    const statusesOfPaid = async () =>
      (await rowsOf(`reference = any($1::text[])`, paid)).map(({ status }) => status === 'paid');
    await expect.poll(statusesOfPaid, { timeout: 20_000 }).toEqual(paid.map(() => true));
    const calledBack = () => app.db.query(`select 1 from callbacks where state = 'processed'`);
    await expect.poll(async () => (await calledBack()).rows.length, { timeout: 20_000 }).toBe(paid.length);
    app.sandbox.control.setCallbackUrl('fazz', null);
  });

  it('that nobody started is not found', async () => {
    const id = `run_${'0'.repeat(26)}`;
    for (const { error } of [await cancel(id), await resume(id)]) expect(error?.type).toBe('/problems/not-found');
  });

  it('pauses longer after each failure, and as long as Fazz says, until it stops and is resumed', async () => {
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'listPayments', retryAfterSeconds: 40 });
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'listPayments', count: null });
    const id = (await start(day, day)).data?.id ?? '';
    await work();
    expect((await runOf(id))?.problem).toBe(
      'Fazz could not list its payments: it asks for fewer requests (HTTP 429). It is tried again (attempt 2 of 8).',
    );
    moveOn(39_000);
    expect(await work()).toBe(0);
    const pauses = [2_000, 5_000, 15_000, 60_000, 120_000, 300_000, 300_000];
    for (const pauseMs of pauses) {
      expect((await runOf(id))?.state).toBe('running');
      moveOn(pauseMs);
      await work();
    }
    expect(await runOf(id)).toMatchObject({
      state: 'stopped',
      problem: expect.stringMatching(/HTTP 500/),
      seenCount: 0,
    });
    moveOn(3_600_000);
    expect(await work()).toBe(0);

    app.sandbox.control.disarm();
    expect((await resume(id)).data).toMatchObject({ state: 'running', problem: null });
    await work();
    expect(await runOf(id)).toMatchObject({ state: 'done', problem: null, seenCount: perDay, knownCount: perDay });
  });

  it('misses nothing and takes nothing twice when payments come and go in what it has read', async () => {
    const id = (await start('2026-08-14', '2026-08-14')).data?.id ?? '';
    const before = (await importedRows()).length;
    await advanceImportRun(app.deps);
    // By page numbers, the second page would now begin one payment later: SHOP-530 would be missed.
    app.sandbox.control.backdate('SHOP-480', '2026-08-01T00:00:00Z');
    await advanceImportRun(app.deps);
    for (const number of [481, 482]) app.sandbox.control.backdate(`SHOP-${number}`, createdAt(483));
    app.sandbox.control.backdate('SHOP-0', createdAt(483));
    await work();
    expect(await runOf(id)).toMatchObject({ state: 'done', seenCount: perDay, importedCount: perDay });
    expect(await importedRows()).toHaveLength(before + perDay);
  });

  it('that was given back is not held by a renewal of its lease that comes late', async () => {
    const id = (await start('2026-08-11', '2026-08-11')).data?.id ?? '';
    const claimed = await claimDueRun(app.db, clock(), new Date(clock().getTime() + 15_000));
    expect(claimed?.id).toBe(id);
    expect(await advanceImportRun(app.deps)).toBe(0);
    if (claimed) await writeProgress(app.db, id, clock(), claimed);
    if (claimed) await extendClaim(app.db, claimed, new Date(clock().getTime() + 15_000));
    expect(await advanceImportRun(app.deps)).toBe(1);
    await cancel(id);
  });

  it('whose worker was killed is taken over when its lease has ended, by one of two replicas alone', async () => {
    const replica = await app.startReplica();
    const id = (await start('2026-08-15', '2026-08-15')).data?.id ?? '';
    await app.db.query(`update import_runs set claimed_until = $2, claim = claim + 1 where id = $1`, [
      id,
      new Date(clock().getTime() + 15_000),
    ]);
    expect(await work()).toBe(0);
    moveOn(15_000);
    await replica.workers.imports.pause();
    const pages = await Promise.all([work(), work(replica.deps)]);
    expect(pages[0] + pages[1]).toBe(3);
    expect(await runOf(id)).toMatchObject({ state: 'done', seenCount: perDay, importedCount: perDay });
    expect(await importedRows()).toHaveLength(6 * perDay);
    await replica.stop();
  });
});

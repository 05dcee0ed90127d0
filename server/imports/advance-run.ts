import type { Db } from '../db/db.ts';
import { providerTitles } from '../kinds/provider-problem.ts';
import type { Accounts } from '../providers/accounts.ts';
import type { ListedPage, ProviderFailure } from '../providers/provider.ts';
import { importPage } from './import-page.ts';
import type { ImportRun } from './import-run.ts';
import { claimDueRun, endRun, extendClaim, lockClaimed, writeFailure, writeProgress } from './imports.sql.ts';
import { rangeOf } from './range.ts';
import { requestAt, stepAfter } from './walk.ts';

export interface AdvanceDeps {
  db: Db;
  accounts: Accounts;
  clock: () => Date;
  log: { error(fields: object, message: string): void };
}

/** How soon another replica takes over from one that was killed; a living one renews its claim. */
const leaseMs = 15_000;

/** The pause after each failure; one more, and the run stops until a person resumes it. */
const pausesMs = [2_000, 5_000, 15_000, 60_000, 120_000, 300_000, 300_000];
const longestPauseMs = 900_000;

/**
 * Moves one run that is due on by one page: asks the provider with no transaction open, and then writes payments and place in
 * one, so that a kill leaves both or neither. Resolves to how many runs it moved, 0 or 1.
 */
export async function advanceImportRun(deps: AdvanceDeps): Promise<0 | 1> {
  const { db, clock } = deps;
  const at = clock();
  const run = await claimDueRun(db, at, new Date(at.getTime() + leaseMs));
  if (!run) return 0;
  const stopRenewing = renewClaim(deps, run);
  try {
    await readPage(deps, run);
  } finally {
    stopRenewing();
  }
  return 1;
}

async function readPage(deps: AdvanceDeps, run: ImportRun): Promise<void> {
  const name = providerTitles[run.provider];
  const list = deps.accounts.get(run.environment, run.provider)?.ports['one-time']?.list;
  if (!list) return stop(deps, run, `${name} is not set up in this environment any more.`);
  const answer = await list(requestAt(run.place, rangeOf(run).endsAt));
  if (answer.kind !== 'page')
    return fail(deps, run, `${name} could not list its payments: ${answer.message.replace(/\.$/, '')}.`, answer);
  try {
    await takePage(deps, run, answer);
  } catch (error) {
    deps.log.error({ err: error, runId: run.id }, 'a page of an import could not be written');
    await fail(deps, run, `What ${name} listed could not be written to the ledger.`);
  }
}

async function takePage({ db, clock }: AdvanceDeps, run: ImportRun, page: ListedPage): Promise<void> {
  const at = clock();
  const step = stepAfter(run.place, rangeOf(run).endsAt, page);
  await db.tx(async (tx) => {
    if (!(await lockClaimed(tx, run))) return;
    if (step.kind === 'narrow') return writeProgress(tx, run.id, at, { ...run, place: step.place });
    const { imported, known, leftOut } = await importPage(tx, run, step.items, at);
    const leftOutCount = run.leftOutCount + leftOut + page.unreadableCount;
    await writeProgress(tx, run.id, at, {
      seenCount: run.seenCount + step.items.length + page.unreadableCount,
      importedCount: run.importedCount + imported,
      knownCount: run.knownCount + known,
      leftOutCount,
      place: step.place,
    });
    if (step.isOver) await endRun(tx, run.id, 'done', at, leftOutSentence(run, leftOutCount));
  });
}

function leftOutSentence({ provider }: ImportRun, count: number): string | null {
  if (count === 0) return null;
  const name = providerTitles[provider];
  return `${count} of what ${name} listed could not be imported: unreadable, or of another payment under a reference of ours.`;
}

/** Tries again after a pause, which grows, or when the provider says; after too many failures the run stops. */
async function fail(deps: AdvanceDeps, run: ImportRun, what: string, failure?: ProviderFailure): Promise<void> {
  const pauseMs = pausesMs[run.failures];
  if (pauseMs === undefined) return stop(deps, run, what);
  const askedForMs = (failure?.kind === 'unavailable' && failure.retryAfterMs) || 0;
  const nextAt = new Date(deps.clock().getTime() + Math.max(pauseMs, Math.min(askedForMs, longestPauseMs)));
  const problem = `${what} It is tried again (attempt ${run.failures + 2} of ${pausesMs.length + 1}).`;
  await whileClaimed(deps, run, (tx) => writeFailure(tx, run.id, problem, nextAt));
}

async function stop(deps: AdvanceDeps, run: ImportRun, problem: string): Promise<void> {
  await whileClaimed(deps, run, (tx) => endRun(tx, run.id, 'stopped', deps.clock(), problem));
}

function whileClaimed({ db }: AdvanceDeps, run: ImportRun, work: (tx: Db) => Promise<unknown>): Promise<void> {
  return db.tx(async (tx) => {
    if (await lockClaimed(tx, run)) await work(tx);
  });
}

/** A provider may take two minutes to answer. That a renewal fails is no harm: another replica then asks the same again. */
function renewClaim({ db, clock }: AdvanceDeps, run: ImportRun): () => void {
  const renew = () => extendClaim(db, run, new Date(clock().getTime() + leaseMs)).catch(() => undefined);
  const timer = setInterval(renew, leaseMs / 3);
  return () => clearInterval(timer);
}

import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { ImportRun } from './import-run.ts';
import type { Place } from './walk.ts';

type RunRow = Omit<ImportRun, 'place'> & Place;

const runColumns = `import_runs.id, environment, provider, from_day as "from", to_day as "to", state,
  seen_count as "seenCount", imported_count as "importedCount", known_count as "knownCount",
  left_out_count as "leftOutCount", problem, started_by as "startedBy",
  (select staff.name from staff where staff.id = started_by) as "startedByName", started_at as "startedAt",
  ended_at as "endedAt", done_until as "doneUntil", slice_ms as "sliceMs", page, seen_there as "seenThere", failures, claim`;

export type NewRun = Pick<
  ImportRun,
  'id' | 'environment' | 'provider' | 'from' | 'to' | 'startedBy' | 'startedAt' | 'place'
> & { idempotencyKey: string };

/** Inserts a run; nothing when its Idempotency-Key is taken or another run of the same account goes on. */
export async function insertRun(tx: Db, run: NewRun): Promise<ImportRun | null> {
  const { doneUntil, sliceMs, page, seenThere } = run.place;
  return oneRun(
    tx,
    `insert into import_runs (id, environment, provider, from_day, to_day, started_by, started_at, idempotency_key,
       done_until, slice_ms, page, seen_there, next_at)
     values ($1, $2, $3, $4::date, $5::date, $6, $7, $8, $9, $10, $11, $12::text[], $7)
     on conflict do nothing returning ${runColumns}`,
    [
      run.id,
      run.environment,
      run.provider,
      run.from,
      run.to,
      run.startedBy,
      run.startedAt,
      run.idempotencyKey,
      doneUntil,
      sliceMs,
      page,
      seenThere,
    ],
  );
}

export async function selectRunByKey(db: Db, environment: EnvironmentName, key: string): Promise<ImportRun | null> {
  return oneRun(db, `select ${runColumns} from import_runs where environment = $1 and idempotency_key = $2`, [
    environment,
    key,
  ]);
}

/** Newest first. */
export async function selectRuns(db: Db, environment: EnvironmentName, limit: number): Promise<ImportRun[]> {
  const { rows } = await db.query<RunRow>(
    `select ${runColumns} from import_runs where environment = $1 order by started_at desc, id desc limit $2`,
    [environment, limit],
  );
  return rows.map(toRun);
}

/** The run, locked until the transaction ends. */
export async function lockRun(tx: Db, environment: EnvironmentName, id: string): Promise<ImportRun | null> {
  return oneRun(tx, `select ${runColumns} from import_runs where environment = $1 and id = $2 for update`, [
    environment,
    id,
  ]);
}

/**
 * Takes a run that is due, the longest waiting first, for one worker alone until the lease ends: each claim has a number
 * of its own. A run that another replica is taking is skipped; a killed worker's comes back when its lease ends.
 */
export async function claimDueRun(db: Db, at: Date, until: Date): Promise<ImportRun | null> {
  return oneRun(
    db,
    `update import_runs set claim = claim + 1, claimed_until = $2
     where id = (select due.id from import_runs as due
       where due.state = 'running' and due.next_at <= $1 and (due.claimed_until is null or due.claimed_until <= $1)
       order by due.next_at limit 1 for update skip locked)
     returning ${runColumns}`,
    [at, until],
  );
}

/** Keeps a claim for longer; does nothing when it was given back, which may happen while this waits, or another has the run by now. */
export async function extendClaim(db: Db, { id, claim }: ImportRun, until: Date): Promise<void> {
  await db.query(
    `update import_runs set claimed_until = $3 where id = $1 and claim = $2 and claimed_until is not null`,
    [id, claim, until],
  );
}

/** Locks the run for whoever holds this claim; false when it was cancelled or claimed by another meanwhile. */
export async function lockClaimed(tx: Db, { id, claim }: ImportRun): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from import_runs where id = $1 and claim = $2 and state = 'running' for update`,
    [id, claim],
  );
  return rows.length > 0;
}

export type Progress = Pick<ImportRun, 'seenCount' | 'importedCount' | 'knownCount' | 'leftOutCount' | 'place'>;

/** Writes how far a run has come, and gives its claim back. */
export async function writeProgress(tx: Db, id: string, at: Date, progress: Progress): Promise<void> {
  const { doneUntil, sliceMs, page, seenThere } = progress.place;
  await tx.query(
    `update import_runs set seen_count = $2, imported_count = $3, known_count = $4, left_out_count = $5, done_until = $6,
       slice_ms = $7, page = $8, seen_there = $9::text[], failures = 0, problem = null, next_at = $10, claimed_until = null
     where id = $1`,
    [
      id,
      progress.seenCount,
      progress.importedCount,
      progress.knownCount,
      progress.leftOutCount,
      doneUntil,
      sliceMs,
      page,
      seenThere,
      at,
    ],
  );
}

/** Notes a failure, and gives the claim back: the run goes on at `nextAt`. */
export async function writeFailure(tx: Db, id: string, problem: string, nextAt: Date): Promise<void> {
  await tx.query(
    `update import_runs set failures = failures + 1, problem = $2, next_at = $3, claimed_until = null where id = $1`,
    [id, problem, nextAt],
  );
}

/** Ends a run; nobody who holds a claim may write to it any more. */
export async function endRun(
  tx: Db,
  id: string,
  state: Exclude<ImportRun['state'], 'running'>,
  at: Date,
  problem: string | null,
): Promise<ImportRun | null> {
  return oneRun(
    tx,
    `update import_runs set state = $2, ended_at = $3, problem = $4, claim = claim + 1, claimed_until = null
     where id = $1 returning ${runColumns}`,
    [id, state, at, problem],
  );
}

/** Has a run go on. Throws a unique violation when another run of the same account goes on. */
export async function reopenRun(tx: Db, id: string, at: Date): Promise<ImportRun | null> {
  return oneRun(
    tx,
    `update import_runs set state = 'running', ended_at = null, failures = 0, problem = null, next_at = $2
     where id = $1 returning ${runColumns}`,
    [id, at],
  );
}

async function oneRun(db: Db, text: string, params: readonly unknown[]): Promise<ImportRun | null> {
  const { rows } = await db.query<RunRow>(text, params);
  return rows[0] ? toRun(rows[0]) : null;
}

function toRun({ doneUntil, sliceMs, page, seenThere, ...row }: RunRow): ImportRun {
  return { ...row, place: { doneUntil, sliceMs, page, seenThere } };
}

import type { Db } from './db.ts';
import { quoteName } from './listeners.ts';

/** How often we look; what is due is done then. */
const LOOK_EVERY_MS = 10_000;
const CHECKPOINT_EVERY_MS = 5 * 60_000;
/** Half of max_wal_size: what a start after kill -9 has to replay at most, apart from ten busy seconds. */
const CHECKPOINT_AFTER_BYTES = 32 * 1024 * 1024;
/** What a checkpoint itself writes: nothing has happened since the last one. */
const QUIET_BYTES = 1024;

/**
 * Does what PostgreSQL's background processes do and PGlite, which has none, does not: checkpoints, vacuum, statistics.
 * Each table is a statement of its own, so that a person waits for one at most. Returns a function that stops.
 */
export function maintainPglite(db: Pick<Db, 'query' | 'exec'>, onFailed: (error: unknown) => void): () => void {
  let checkpointAt = Date.now();
  let busy = false;
  let stopped = false;

  async function look() {
    await tidyTables(db);
    const { rows } = await db.query<{ bytes: number }>(
      'select pg_wal_lsn_diff(pg_current_wal_lsn(), redo_lsn)::bigint as bytes from pg_control_checkpoint()',
    );
    const bytes = rows[0]?.bytes ?? 0;
    if (bytes > CHECKPOINT_AFTER_BYTES || (Date.now() - checkpointAt > CHECKPOINT_EVERY_MS && bytes > QUIET_BYTES)) {
      await db.exec('checkpoint');
      checkpointAt = Date.now();
    }
  }

  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    look()
      .catch((error: unknown) => {
        // Stopped in the middle: the statements that were still to come found a closed database.
        if (!stopped) onFailed(error);
      })
      .finally(() => {
        busy = false;
      });
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/**
 * Vacuums and analyses the tables that changed enough, by the rules and defaults of PostgreSQL's autovacuum (50 rows and a
 * fifth, 1000 inserted rows and a fifth; statistics after 50 rows and a tenth, or when there are none yet).
 */
export async function tidyTables(db: Pick<Db, 'query' | 'exec'>): Promise<string[]> {
  await db.query('select pg_stat_force_next_flush()');
  const { rows } = await db.query<{ name: string; vacuum: boolean }>(
    `with counted as (
       select c.oid, c.relname as name, c.reltuples, greatest(c.reltuples, 0) as tuples,
              s.n_dead_tup as dead, s.n_ins_since_vacuum as inserted, s.n_mod_since_analyze as changed
       from pg_class c join pg_stat_user_tables s on s.relid = c.oid)
     select name, dead > 50 + 0.2 * tuples or inserted > 1000 + 0.2 * tuples as vacuum
     from counted
     where dead > 50 + 0.2 * tuples or inserted > 1000 + 0.2 * tuples or changed > 50 + 0.1 * tuples
        or (reltuples < 0 and pg_relation_size(oid) > 0)
     order by name`,
  );
  for (const { name, vacuum } of rows) await db.exec(`${vacuum ? 'vacuum (analyze)' : 'analyze'} ${quoteName(name)}`);
  return rows.map(({ name }) => name);
}

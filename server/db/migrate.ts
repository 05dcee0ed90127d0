import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Db } from './db.ts';

export interface Migration {
  /** The file's name without `.sql`; migrations run in the order of their names. */
  name: string;
  sql: string;
  /** SHA-256 of the text in hex, line ends as LF. */
  checksum: string;
}

/** Any number that nothing else locks: replicas that start together migrate one after the other. */
const MIGRATION_LOCK = 7_284_001;

/** Reads the migrations of this version, in order. */
export async function readMigrations(directory = new URL('./migrations/', import.meta.url)): Promise<Migration[]> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.sql')).sort();
  return Promise.all(
    files.map(async (file) => {
      const sql = (await readFile(new URL(file, directory), 'utf8')).replaceAll('\r\n', '\n');
      return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the schema up to this version: each migration in a transaction of its own, exactly once, also when several
 * replicas start together. Resolves to the names that this call applied.
 * @throws when an applied migration's file has changed, or when the database is newer than this program.
 */
export async function migrate(db: Db, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await applyOnce(db, migration)) applied.push(migration.name);
  }
  await refuseNewerSchema(db, migrations);
  return applied;
}

/** The lock ends with the transaction, so a process that dies while it migrates leaves none behind. */
async function applyOnce(db: Db, migration: Migration): Promise<boolean> {
  return db.tx(async (tx) => {
    // Another replica may be building an index under this lock: wait for it as long as it takes.
    await tx.exec(`set local lock_timeout = 0; set local statement_timeout = 0;
      select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await tx.exec(`create table if not exists schema_migrations (
      name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
    const { rows } = await tx.query<{ checksum: string }>('select checksum from schema_migrations where name = $1', [
      migration.name,
    ]);
    const before = rows[0];
    if (before !== undefined) {
      if (before.checksum !== migration.checksum) throw new Error(changedMessage(migration.name));
      return false;
    }
    await tx.exec(migration.sql);
    await tx.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    return true;
  });
}

function changedMessage(name: string): string {
  return `Migration ${name} was changed after it had run on this database. Restore the file and write a new migration.`;
}

async function refuseNewerSchema(db: Db, migrations: readonly Migration[]) {
  const names = migrations.map(({ name }) => name);
  const { rows } = await db.query<{ name: string }>(
    'select name from schema_migrations where name <> all($1::text[]) order by name',
    [names],
  );
  const unknown = rows[0];
  if (unknown !== undefined) {
    throw new Error(
      `The database has migration ${unknown.name}, which this version of Tautan does not know: start a newer version.`,
    );
  }
}

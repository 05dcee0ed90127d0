import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../db/db.ts';
import { openDatabase } from '../db/open.ts';
import { createTestDatabase, type TestDatabase, testEngine } from './test-database.ts';
import { unpackTestPglite } from './test-pglite.ts';

/** The data of a server in a process of its own, which outlives that process. */
export interface KillableDatabase {
  /** The settings that lead a server to it. */
  env: Record<string, string>;
  /** Opens it, which on PGlite no server may have done. */
  open(): Promise<Db>;
  /** Once no server has it open any more. */
  close(): Promise<void>;
}

/**
 * A fresh database, migrated, filled by `prepare` and closed: durable on a disk, also on PGlite. On the engine of the tests,
 * unless it is said: a PostgreSQL, which is closed with it, or null for the embedded one.
 */
export async function createKillableDatabase(
  prepare: (db: Db) => Promise<unknown>,
  engine?: TestDatabase | null,
): Promise<KillableDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tautan-kill-'));
  const postgres = engine === undefined ? await databaseOfTests() : engine;
  if (!postgres) await unpackTestPglite(join(dataDir, 'database'));
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const open = async () => (await openDatabase({ databaseUrl: postgres?.url ?? null, dataDir, log: quiet })).db;
  const db = await open();
  await prepare(db).finally(() => db.close());
  return {
    env: { DATA_DIR: dataDir, ...(postgres?.url && { DATABASE_URL: postgres.url }) },
    open,
    async close() {
      await postgres?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

const databaseOfTests = async () => (testEngine === 'postgres' ? createTestDatabase() : null);

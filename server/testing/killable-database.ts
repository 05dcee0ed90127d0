import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '../db/db.ts';
import { openDatabase } from '../db/open.ts';
import { createTestDatabase, testEngine } from './test-database.ts';
import { unpackTestPglite } from './test-pglite.ts';

/** The data of a server in a process of its own, which outlives that process. */
export interface KillableDatabase {
  /** The settings that lead a server to it. */
  env: Record<string, string>;
  /** Once no server has it open any more. */
  close(): Promise<void>;
}

/** A fresh database, migrated, filled by `prepare` and closed: durable on a disk, also on PGlite. */
export async function createKillableDatabase(prepare: (db: Db) => Promise<unknown>): Promise<KillableDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tautan-kill-'));
  const postgres = testEngine === 'postgres' ? await createTestDatabase() : null;
  if (!postgres) await unpackTestPglite(join(dataDir, 'database'));
  const quiet = { info: () => {}, warn: () => {}, error: () => {} };
  const { db } = await openDatabase({ databaseUrl: postgres?.url ?? null, dataDir, log: quiet });
  await prepare(db).finally(() => db.close());
  return {
    env: { DATA_DIR: dataDir, ...(postgres?.url && { DATABASE_URL: postgres.url }) },
    async close() {
      await postgres?.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Db } from './db.ts';
import { migrate, readMigrations } from './migrate.ts';
import { openPglite } from './pglite.ts';
import { openPostgres } from './postgres.ts';

export interface DatabaseOptions {
  /** PostgreSQL's address (a secret); null for the embedded database below `dataDir`. */
  databaseUrl: string | null;
  dataDir: string;
  log: Logger;
}

export interface OpenDatabase {
  db: Db;
  engine: 'pglite' | 'postgres';
}

/** Opens the database that the configuration names and migrates it. @throws with a sentence for the person who starts us. */
export async function openDatabase({ databaseUrl, dataDir, log }: DatabaseOptions): Promise<OpenDatabase> {
  const engine = databaseUrl === null ? 'pglite' : 'postgres';
  const db = databaseUrl === null ? await openEmbedded(dataDir) : await openPostgres({ url: databaseUrl });
  try {
    const applied = await migrate(db, await readMigrations());
    log.info({ engine, applied }, 'database open');
  } catch (error) {
    await db.close();
    throw error;
  }
  return { db, engine };
}

async function openEmbedded(dataDir: string): Promise<Db> {
  await mkdir(dataDir, { recursive: true });
  return openPglite({ dataDir: join(dataDir, 'database') });
}

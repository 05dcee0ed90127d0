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
  log: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** The embedded engine stopped by itself and every statement rejects from now on: end the process, so that it recovers. */
  onStopped?: (error: Error) => void;
}

export interface OpenDatabase {
  db: Db;
  engine: 'pglite' | 'postgres';
}

/** Opens the database that the configuration names and migrates it. @throws with a sentence for the person who starts us. */
export async function openDatabase(options: DatabaseOptions): Promise<OpenDatabase> {
  const { databaseUrl, log } = options;
  const engine = databaseUrl === null ? 'pglite' : 'postgres';
  const db =
    databaseUrl === null
      ? await openEmbedded(options)
      : await openPostgres({
          url: databaseUrl,
          onLostConnection: (error) => log.warn({ err: error }, 'database connection lost'),
        });
  try {
    const applied = await migrate(db, await readMigrations());
    log.info({ engine, applied }, 'database open');
  } catch (error) {
    await db.close();
    throw error;
  }
  return { db, engine };
}

function openEmbedded({ dataDir, log, onStopped }: DatabaseOptions): Promise<Db> {
  return openPglite({
    dataDir: join(dataDir, 'database'),
    onStopped(error) {
      log.error({ err: error }, 'embedded database stopped');
      onStopped?.(error);
    },
    onMaintenanceFailed: (error) => log.warn({ err: error }, 'vacuum or checkpoint failed'),
  });
}

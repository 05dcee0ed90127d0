import type { Db } from '../db/db.ts';
import { openTestPglite } from './test-pglite.ts';
import { openTestPostgres } from './test-postgres.ts';

/** The engine that this run tests on. A test that needs two connections says `it.skipIf(testEngine === 'pglite')`. */
export const testEngine: 'pglite' | 'postgres' = process.env.TEST_ENGINE === 'postgres' ? 'postgres' : 'pglite';

export interface TestDatabase {
  db: Db;
  engine: 'pglite' | 'postgres';
  /** Its address on PostgreSQL, for a second process or replica; null on PGlite. */
  url: string | null;
  /** What a second replica would open: a pool of its own on PostgreSQL, the same engine on PGlite, which has one owner. */
  connectAgain(): Promise<Db>;
  close(): Promise<void>;
}

/** A fresh, migrated, empty database for one test file: copied from a template that is built once per schema. */
export async function createTestDatabase(): Promise<TestDatabase> {
  if (testEngine === 'pglite') return openTestPglite();
  const serverUrl = process.env.TEST_DATABASE_URL;
  if (serverUrl === undefined)
    throw new Error(
      'TEST_ENGINE=postgres needs TEST_DATABASE_URL, for example postgres://postgres@127.0.0.1:5432/postgres',
    );
  return openTestPostgres(serverUrl);
}

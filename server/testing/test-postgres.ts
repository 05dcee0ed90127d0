import { randomBytes } from 'node:crypto';
import type { Db } from '../db/db.ts';
import { migrate, readMigrations } from '../db/migrate.ts';
import { openPostgres } from '../db/postgres.ts';
import { schemaHash } from './schema-hash.ts';
import type { TestDatabase } from './test-database.ts';

/** Test files build the template one after the other. */
const TEMPLATE_LOCK = 7_284_002;
const HOUR_MS = 3_600_000;

/** A database of its own on the given server, copied from the template (about 50 ms) and dropped at close. */
export async function openTestPostgres(serverUrl: string): Promise<TestDatabase> {
  const server = await openPostgres({ url: serverUrl, poolSize: 1 });
  // The hour in the name tells a later run which databases a killed run left behind.
  const name = `tautan_test_${Math.floor(Date.now() / HOUR_MS)}_${randomBytes(6).toString('hex')}`;
  const url = databaseUrl(serverUrl, name);
  const opened: Db[] = [];

  async function connectAgain(): Promise<Db> {
    const db = await openPostgres({ url, poolSize: 5 });
    opened.push(db);
    return db;
  }

  async function close() {
    await Promise.all(opened.map((db) => db.close()));
    await server.exec(`drop database if exists ${name} with (force)`);
    await server.close();
  }

  try {
    const template = await ensureTemplate(server, serverUrl);
    await server.exec(`create database ${name} template ${template}`);
    // No test takes PostgreSQL's power away, so nobody has to wait for its disk.
    await server.exec(`alter database ${name} set synchronous_commit = off`);
    return { db: await connectAgain(), engine: 'postgres', url, connectAgain, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function ensureTemplate(server: Db, serverUrl: string): Promise<string> {
  const migrations = await readMigrations();
  const template = `tautan_template_${schemaHash([], migrations)}`;
  if (await databaseExists(server, template)) return template;

  // `create database` runs in no transaction: a second connection does it while the first holds the lock.
  const builder = await openPostgres({ url: serverUrl, poolSize: 1 });
  try {
    await server.tx(async (tx) => {
      await tx.exec('set local lock_timeout = 0; set local statement_timeout = 0');
      await tx.query('select pg_advisory_xact_lock($1)', [TEMPLATE_LOCK]);
      if (await databaseExists(tx, template)) return;
      await dropAbandoned(builder);
      const unfinished = `${template}_unfinished`;
      await builder.exec(`drop database if exists ${unfinished} with (force)`);
      await builder.exec(`create database ${unfinished} template template0 encoding 'UTF8'`);
      const db = await openPostgres({ url: databaseUrl(serverUrl, unfinished), poolSize: 1 });
      await migrate(db, migrations).finally(() => db.close());
      await builder.exec(`alter database ${unfinished} rename to ${template}`);
    });
  } finally {
    await builder.close();
  }
  return template;
}

async function databaseExists(db: Db, name: string): Promise<boolean> {
  const { rows } = await db.query('select 1 from pg_database where datname = $1', [name]);
  return rows.length > 0;
}

async function dropAbandoned(db: Db) {
  const oldestHour = Math.floor(Date.now() / HOUR_MS) - 2;
  const { rows } = await db.query<{ name: string }>(
    `select datname as name from pg_database
     where datname ~ '^tautan_test_[0-9]+_' and split_part(datname, '_', 3)::bigint < $1::bigint`,
    [oldestHour],
  );
  for (const { name } of rows) await db.exec(`drop database if exists ${name} with (force)`);
}

function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

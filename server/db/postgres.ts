import pg from 'pg';
import type { Db } from './db.ts';
import { DatabaseUnavailableError, isDatabaseError } from './db-error.ts';
import { dbOverEngine, type RawResult, type Session } from './db-over-engine.ts';
import { createPostgresListener } from './postgres-listener.ts';

export interface PostgresOptions {
  url: string;
  /** Connections of this process at most, without the one that listens. */
  poolSize?: number;
  onLostConnection?: (error: Error) => void;
  /** How long a statement may go unanswered, ms: longer than the server lets it run, so that only a mute connection is given up. */
  answerWithinMs?: number;
}

const OLDEST_VERSION = 150_000;

/**
 * What each connection is set to. Times in ms. A statement that runs half a minute is one that nobody waits for any more;
 * probes after ten quiet seconds find a server that is gone without a word.
 */
function connectionConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: 'tautan',
    // UTC, so that a cast of timestamptz to text or date says the same on both engines.
    options: '-c timezone=UTC -c jit=off',
    connectionTimeoutMillis: 10_000,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 60_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: { getTypeParser: () => (text: string) => text },
  };
}

/** Opens a pool of connections to PostgreSQL 15 or newer; connects once, so that a wrong address is found at start. */
export async function openPostgres({
  url,
  poolSize = 10,
  onLostConnection,
  answerWithinMs = 35_000,
}: PostgresOptions): Promise<Db> {
  const pool = new pg.Pool({ ...connectionConfig(url), max: poolSize, idleTimeoutMillis: 30_000 });
  // An idle connection that breaks (a restart of the server) is replaced at the next statement; unheard, it would end us.
  pool.on('error', (error) => onLostConnection?.(error));
  const listener = createPostgresListener(connectionConfig(url), onLostConnection);
  let closing: Promise<void> | null = null;

  const db = dbOverEngine({
    async withSession(use) {
      const client = await pool.connect().catch((error: unknown) => {
        throw new DatabaseUnavailableError(error);
      });
      const session = sessionOf(client, answerWithinMs);
      try {
        return await use(session);
      } finally {
        client.off('error', session.discard);
        client.release(session.isBroken());
      }
    },
    listen: listener.listen,
    close() {
      closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined);
      return closing;
    },
  });
  try {
    await refuseUnsuitableServer(db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

async function refuseUnsuitableServer(db: Db) {
  const { rows } = await db.query<{ version: number; encoding: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding",
  );
  const { version, encoding } = rows[0] ?? { version: 0, encoding: 'none' };
  if (version < OLDEST_VERSION) throw new Error(`PostgreSQL 15 or newer is needed; this server says ${version}.`);
  if (encoding !== 'UTF8') throw new Error(`The database must be encoded in UTF8; this one is in ${encoding}.`);
}

function sessionOf(client: pg.PoolClient, answerWithinMs: number): Session & { isBroken(): boolean } {
  let broken = false;
  const discard = () => {
    broken = true;
  };
  client.on('error', discard);

  /** An error without SQLSTATE leaves the connection in an unknown state; class 08 and 57P say that it is lost. */
  async function watch<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (isDatabaseError(error) && !/^(08|57P)/.test(error.code)) throw error;
      discard();
      throw new DatabaseUnavailableError(error);
    }
  }

  return {
    async query(text, params) {
      // On a mute connection not even the end of a transaction is answered.
      if (broken) throw new DatabaseUnavailableError(new Error('the connection is given up'));
      const statement = { text, values: params, rowMode: 'array' as const, query_timeout: answerWithinMs };
      const result = await watch(client.query<(string | null)[]>(statement));
      return rawResultOf(result);
    },
    async exec(text) {
      await watch(client.query(text));
    },
    discard,
    isBroken: () => broken,
  };
}

function rawResultOf(result: pg.QueryArrayResult<(string | null)[]>): RawResult {
  return {
    command: result.command,
    columns: result.fields.map(({ name, dataTypeID }) => ({ name, oid: dataTypeID })),
    rows: result.rows,
    count: result.rowCount ?? 0,
  };
}

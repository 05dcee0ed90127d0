import { AsyncLocalStorage } from 'node:async_hooks';
import type { Db, Rows } from './db.ts';
import { StatementError } from './db-error.ts';
import { decoderOf } from './decode-value.ts';
import { encodeParams } from './encode-params.ts';

/** One connection of an engine, lent for a statement or a transaction. Values are text both ways. */
export interface Session {
  query(text: string, params: (string | null)[]): Promise<RawResult>;
  exec(text: string): Promise<void>;
  /** Says that the connection is in an unknown state and must not be lent again. */
  discard(): void;
}

export interface RawResult {
  /** The command that ran, as the engine names it: SELECT, COMMIT, ROLLBACK, … */
  command: string;
  columns: { name: string; oid: number }[];
  rows: (string | null)[][];
  /** Of rows that it read or touched, as the engine counts. */
  count: number;
}

export interface Engine {
  /** Lends a session that nobody else uses until the promise of `use` settles. */
  withSession<T>(use: (session: Session) => Promise<T>): Promise<T>;
  listen: Db['listen'];
  close(): Promise<void>;
}

interface OpenTransaction {
  db: Db;
  isOpen: boolean;
}

/**
 * The Db of an engine: transactions, values and guards are written here once, so that both engines behave alike.
 * A statement outside `tx` while the caller has a transaction open would wait for itself on PGlite and escape the
 * transaction on PostgreSQL: it is refused.
 */
export function dbOverEngine(engine: Engine): Db {
  const current = new AsyncLocalStorage<OpenTransaction>();

  function refuseInsideTransaction() {
    if (current.getStore()?.isOpen) throw new Error('A transaction is open here: use its tx, not the db outside it.');
  }

  const db: Db = {
    async query<Row extends object>(text: string, params: readonly unknown[] = []) {
      refuseInsideTransaction();
      const encoded = encodeParams(text, params);
      return decodeRows<Row>(await engine.withSession((session) => session.query(text, encoded)));
    },
    async exec(text) {
      refuseInsideTransaction();
      await engine.withSession((session) => session.exec(text));
    },
    async tx(work) {
      refuseInsideTransaction();
      return engine.withSession((session) => runTransaction(session, current, work));
    },
    listen: engine.listen,
    close: engine.close,
  };
  return db;
}

async function runTransaction<T>(
  session: Session,
  current: AsyncLocalStorage<OpenTransaction>,
  work: (tx: Db) => Promise<T>,
): Promise<T> {
  const transaction = openTransaction(session);
  await session.query('begin', []);
  try {
    const result = await current.run(transaction, () => work(transaction.db));
    transaction.isOpen = false;
    if (transaction.hasFailed()) throw new Error('A joined transaction threw, so nothing was kept.');
    const { command } = await session.query('commit', []);
    if (command === 'ROLLBACK') {
      throw new StatementError({
        message: 'A statement had failed, so the transaction was rolled back.',
        code: '25P02',
      });
    }
    return result;
  } catch (error) {
    transaction.isOpen = false;
    // After a failed commit or a lost connection there may be nothing to roll back; the first error is the one that counts.
    await session.query('rollback', []).catch(() => session.discard());
    throw error;
  }
}

function openTransaction(session: Session): OpenTransaction & { hasFailed(): boolean } {
  let failed = false;

  function refuseAfterEnd() {
    if (!transaction.isOpen) throw new Error('This transaction is over.');
  }

  const tx: Db = {
    async query<Row extends object>(text: string, params: readonly unknown[] = []) {
      refuseAfterEnd();
      return decodeRows<Row>(await session.query(text, encodeParams(text, params)));
    },
    async exec(text) {
      refuseAfterEnd();
      await session.exec(text);
    },
    async tx(work) {
      refuseAfterEnd();
      try {
        return await work(tx);
      } catch (error) {
        failed = true;
        throw error;
      }
    },
    listen: () => Promise.reject(new Error('Listen on the db, not inside a transaction.')),
    close: () => Promise.reject(new Error('Close the db, not a transaction.')),
  };
  const transaction = { db: tx, isOpen: true, hasFailed: () => failed };
  return transaction;
}

function decodeRows<Row extends object>(result: RawResult): Rows<Row> {
  const columns = result.columns.map(({ name, oid }) => ({ name, decode: decoderOf(oid) }));
  // A page is thousands of values: nothing but the rows is made here, which would be most of a request's garbage.
  const rows = result.rows.map((texts) => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, decode }] of columns.entries()) {
      const text = texts[index];
      row[name] = text === null || text === undefined ? null : decode(text);
    }
    return row as Row;
  });
  const isRead = result.command === 'SELECT' || result.command === 'SHOW';
  return { rows, affected: isRead ? 0 : result.count };
}

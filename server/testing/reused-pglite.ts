import type { Db } from '../db/db.ts';
import { DatabaseUnavailableError } from '../db/db-error.ts';

interface Engine {
  db: Db;
  /** As its template has them; another list means that a test has changed the schema. */
  tables: readonly string[];
}

/** Of this worker process: an engine that has run for a while is three times as quick as a new one, which also costs 2 s of CPU. */
const idle: Engine[] = [];

/**
 * An empty database on an engine that an earlier test file has given back, or on a new one. Its `close` gives it back: then
 * nobody is told anything any more, and every statement rejects, as on one that is closed.
 */
export async function borrowEngine(open: () => Promise<Db>): Promise<Db> {
  const engine = idle.pop() ?? (await inspect(await open()));
  const { db } = engine;
  const listening = new Set<() => Promise<void>>();
  let closing: Promise<void> | null = null;
  const whileOpen = <T>(use: () => Promise<T>): Promise<T> =>
    closing ? Promise.reject(new DatabaseUnavailableError('The test has given its database back.')) : use();

  async function giveBack(): Promise<void> {
    try {
      await Promise.all([...listening].map((stop) => stop()));
      if (await empty(engine)) return void idle.push(engine);
    } catch {
      // The engine has stopped, or a test has broken it.
    }
    await db.close();
  }

  return {
    query: (text, params) => whileOpen(() => db.query(text, params)),
    exec: (text) => whileOpen(() => db.exec(text)),
    tx: (work) => whileOpen(() => db.tx(work)),
    async listen(channel, onPayload) {
      const stop = await whileOpen(() => db.listen(channel, onPayload));
      listening.add(stop);
      return async () => {
        if (listening.delete(stop)) await stop();
      };
    },
    close() {
      closing ??= giveBack();
      return closing;
    },
  };
}

const inspect = async (db: Db): Promise<Engine> => ({ db, tables: await tablesOf(db) });

async function tablesOf(db: Db): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Takes all rows away but the list of migrations; resolves to false when there is more than rows to take away. */
async function empty({ db, tables }: Engine): Promise<boolean> {
  if ((await tablesOf(db)).join() !== tables.join()) return false;
  await db.exec(`truncate ${tables.filter((name) => name !== 'schema_migrations').join()} restart identity cascade`);
  return true;
}

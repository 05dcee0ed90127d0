import type { Db } from './db.ts';
import { dbOverEngine, type Session } from './db-over-engine.ts';
import { createListeners } from './listeners.ts';
import { createMutex } from './mutex.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';

export interface PgliteOptions {
  /** The directory that belongs to the database alone; null keeps everything in memory (tests). */
  dataDir: string | null;
  /** A dump by `dumpPglite` that an in-memory database starts from. */
  templateFile?: string;
}

export interface PgliteDb extends Db {
  /** Writes the whole database into a file that `templateFile` takes. */
  dump(file: string): Promise<void>;
}

/** Opens the embedded database. Statements run one after the other; a transaction has the engine for itself. */
export async function openPglite({ dataDir, templateFile }: PgliteOptions): Promise<PgliteDb> {
  const listeners = createListeners();
  const thread = await startPgliteThread({ directory: dataDir, templateFile: templateFile ?? null }, listeners.notify);
  const session = sessionOf(thread);
  const exclusively = createMutex();
  let closing: Promise<void> | null = null;

  const db = dbOverEngine({
    withSession: (use) => exclusively(() => use(session)),
    listen: (channel, onPayload) =>
      listeners.add(channel, onPayload, (statement) => exclusively(() => session.exec(statement))),
    close() {
      closing ??= exclusively(async () => {
        await thread.ask({ kind: 'close' }).finally(() => thread.terminate());
      });
      return closing;
    },
  });
  return {
    ...db,
    dump: (file) =>
      exclusively(async () => {
        await thread.ask({ kind: 'dump', file });
      }),
  };
}

function sessionOf(thread: PgliteThread): Session {
  return {
    async query(text, params) {
      const result = await thread.ask({ kind: 'query', text, params });
      if (result === null) throw new Error('The engine gave no result.');
      return result;
    },
    async exec(text) {
      await thread.ask({ kind: 'exec', text });
    },
    discard() {
      // The only session there is: when it is broken the thread is gone and says so to every statement.
    },
  };
}

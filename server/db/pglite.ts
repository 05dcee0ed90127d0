import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { claimDirectory, type HeldClaim } from './claim-directory.ts';
import { ensureDatabaseDirectory } from './create-database-directory.ts';
import type { Db } from './db.ts';
import { dbOverEngine, type Session } from './db-over-engine.ts';
import { createListeners } from './listeners.ts';
import { maintainPglite } from './maintain-pglite.ts';
import { createMutex } from './mutex.ts';
import { type PgliteThread, startPgliteThread } from './pglite-thread.ts';

export interface PgliteOptions {
  /** The directory that belongs to the database alone; null keeps everything in memory (tests). */
  dataDir: string | null;
  /** A dump by `dump` that an in-memory database starts from. */
  templateFile?: string | null;
  /** The program of the thread; tests give one with a broken disk. */
  entry?: URL;
  /** The engine stopped by itself (a sync failed, it ran out of memory, its lock was removed); every statement rejects. */
  onStopped?: (error: Error) => void;
  onMaintenanceFailed?: (error: unknown) => void;
}

export interface PgliteDb extends Db {
  /** Writes the whole database into a file that `templateFile` takes. */
  dump(file: string): Promise<void>;
}

/**
 * Opens the embedded database: durable in `dataDir`, owned by this process alone. Statements run one after the other; a
 * transaction has the engine for itself.
 * @throws a sentence for the person who starts us when another process owns it or a commit would not reach the disk.
 */
export async function openPglite(options: PgliteOptions): Promise<PgliteDb> {
  const { dataDir } = options;
  if (dataDir === null) return openThread(options, null);
  await mkdir(dirname(dataDir), { recursive: true });
  const lost = new AbortController();
  const claim = await claimDirectory(dataDir, () => lost.abort());
  try {
    await ensureDatabaseDirectory(dataDir);
    return await openThread(options, { claim, lost: lost.signal });
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function openThread(
  { dataDir, templateFile = null, entry, onStopped, onMaintenanceFailed }: PgliteOptions,
  owned: { claim: HeldClaim; lost: AbortSignal } | null,
): Promise<PgliteDb> {
  const listeners = createListeners();
  const exclusively = createMutex();
  let closing: Promise<void> | null = null;
  let stopMaintenance = () => {};

  const thread = await startPgliteThread({
    directory: dataDir,
    templateFile,
    entry,
    onNotified: listeners.notify,
    onGone(error) {
      stopMaintenance();
      if (closing === null) onStopped?.(error);
    },
  });
  owned?.lost.addEventListener('abort', () =>
    thread.terminate(new Error('The lock of the embedded database was removed.')),
  );

  async function shutDown() {
    stopMaintenance();
    await exclusively(() => thread.ask({ kind: 'close' }))
      .catch(() => undefined) // the engine had stopped before: nothing is left to close
      .then(() => thread.terminate());
    await owned?.claim.release();
  }

  const session = sessionOf(thread);
  const db = dbOverEngine({
    withSession: (use) => exclusively(() => use(session)),
    listen: (channel, onPayload) =>
      listeners.add(channel, onPayload, (statement) => exclusively(() => session.exec(statement))),
    close() {
      closing ??= shutDown();
      return closing;
    },
  });
  if (owned !== null) stopMaintenance = maintainPglite(db, onMaintenanceFailed ?? (() => {}));
  return {
    ...db,
    async dump(file) {
      await exclusively(() => thread.ask({ kind: 'dump', file }));
    },
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
      // The only session there is: when it is broken, the thread is gone and says so to every statement.
    },
  };
}

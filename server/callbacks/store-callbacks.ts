import type { Db } from '../db/db.ts';
import { isDatabaseError } from '../db/db-error.ts';
import { insertCallbacks, type ReceivedCallback } from './callbacks.sql.ts';

/** Keeps callbacks durably; resolves once this one is committed, and rejects when it is not kept. */
export type StoreCallback = (callback: ReceivedCallback) => Promise<void>;

/** One statement holds so many rows and bytes at most: it stays short, and below the 65,535 parameters of the protocol. */
const mostRows = 200;
const mostBytes = 4 * 1024 * 1024;

interface Waiting {
  callback: ReceivedCallback;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Group commit: callbacks that arrive while a commit is under way wait for it together, and are written by the next
 * statement. A commit costs the same for one row as for many, so a flood is stored at nearly the speed of the database,
 * and a single callback waits for nobody.
 */
export function createCallbackStore(db: Db): StoreCallback {
  let waiting: Waiting[] = [];
  let isWriting = false;

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = takeBatch(waiting);
      waiting = waiting.slice(batch.length);
      await write(db, batch);
    }
    isWriting = false;
  }

  return (callback) =>
    new Promise((resolve, reject) => {
      waiting.push({ callback, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

function takeBatch(waiting: readonly Waiting[]): Waiting[] {
  let bytes = 0;
  const tooMuch = waiting.findIndex(({ callback }, index) => {
    bytes += callback.body.length;
    return index === mostRows || (index > 0 && bytes > mostBytes);
  });
  return waiting.slice(0, tooMuch < 0 ? waiting.length : tooMuch);
}

/**
 * Of a batch that the database refuses as a whole each is tried alone, so that what cannot be stored takes no other with it.
 * When the database is away, none is: each would wait for it by itself.
 */
async function write(db: Db, batch: readonly Waiting[]): Promise<void> {
  try {
    await insertCallbacks(
      db,
      batch.map(({ callback }) => callback),
    );
    for (const { resolve } of batch) resolve();
  } catch (error) {
    if (batch.length > 1 && isDatabaseError(error)) for (const one of batch) await write(db, [one]);
    else for (const { reject } of batch) reject(error);
  }
}

import { postponeCallback, type StoredCallback, takeNextCallback } from './callbacks.sql.ts';
import { cannotBeStored, parkFailed, type ReadingDeps, readIntoLedger } from './read-into-ledger.ts';

/** A callback that cannot be processed (which would be our fault) is tried again this often and then kept aside. */
const mostAttempts = 10;
const pauseMs = 30_000;

/** Processes the oldest callback that waits. Resolves to how many it took, 0 or 1. */
export async function processNextCallback(deps: ReadingDeps): Promise<0 | 1> {
  const inHand: StoredCallback[] = [];
  try {
    const outcome = await deps.db.tx(async (tx) => {
      const taken = await takeNextCallback(tx, deps.clock());
      if (!taken) return null;
      inHand.push(taken);
      return readIntoLedger(tx, deps, taken);
    });
    if (outcome?.isClaim) deps.confirmer.nudge();
    return outcome === null ? 0 : 1;
  } catch (error) {
    const failed = inHand.at(-1);
    if (!failed) throw error;
    await putOff(deps, failed, error);
    return 1;
  }
}

/** Leaves the callback alone for a while, so that it does not hold up the others. */
async function putOff(deps: ReadingDeps, callback: StoredCallback, error: unknown): Promise<void> {
  const { id, attempts } = callback;
  if (cannotBeStored(error)) {
    await parkFailed(deps, callback, error);
    return;
  }
  deps.log.error({ err: error, callbackId: id, attempts: attempts + 1 }, 'a callback could not be processed');
  if (attempts + 1 >= mostAttempts) await parkFailed(deps, callback, error);
  else await postponeCallback(deps.db, id, new Date(deps.clock().getTime() + pauseMs));
}

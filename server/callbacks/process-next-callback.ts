import { postponeCallback, type StoredCallback, takeNextCallback } from './callbacks.sql.ts';
import { cannotBeStored, parkFailed, type ReadingDeps, readIntoLedger } from './read-into-ledger.ts';

/** A callback that cannot be processed (which would be our fault) is tried again this often and then kept aside. */
const mostAttempts = 10;
/** What passes at once (a deadlock, say) costs a callback no place: a later one of the same payment could overtake it. */
const attemptsInPlace = 3;
/** After that it is left alone, twice as long each time: an hour in all before it is kept aside. */
const firstPauseMs = 30_000;

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

/** Gives the callback another try, or keeps it aside; whatever fails here too, it does not hold up the others for ever. */
async function putOff(deps: ReadingDeps, callback: StoredCallback, error: unknown): Promise<void> {
  const { id } = callback;
  const attempts = callback.attempts + 1;
  const isHopeless = cannotBeStored(error) || attempts >= mostAttempts;
  if (!cannotBeStored(error))
    deps.log.error({ err: error, callbackId: id, attempts }, 'a callback could not be processed');
  const isParked = isHopeless && (await tryToPark(deps, callback, error));
  if (!isParked) await postponeCallback(deps.db, id, new Date(deps.clock().getTime() + pauseMsAfter(attempts)));
}

const pauseMsAfter = (attempts: number) =>
  attempts < attemptsInPlace ? 0 : firstPauseMs * 2 ** Math.min(attempts - attemptsInPlace, mostAttempts);

async function tryToPark(deps: ReadingDeps, callback: StoredCallback, error: unknown): Promise<boolean> {
  try {
    await parkFailed(deps, callback, error);
    return true;
  } catch (parkingError) {
    deps.log.error({ err: parkingError, callbackId: callback.id }, 'a callback could not even be parked');
    return false;
  }
}

import { createWorker, type Worker } from '../jobs/worker.ts';
import { isAnyNowKnown, type StoredCallback, takeNowKnown } from './callbacks.sql.ts';
import { cannotBeStored, parkFailed, type ReadingDeps, readIntoLedger } from './read-into-ledger.ts';

const everyMs = 5_000;
/** How far a look reaches back: over the longest transaction that may have held back a payment, and clocks that differ. */
const overlapMs = 5 * 60_000;

/**
 * The worker that reads callbacks again which were about no payment of ours, once there is such a payment: it was imported or
 * created, or its provider's id became known. The first look after a start is at all payments, later ones at what changed.
 */
export function createRereadWorker(deps: ReadingDeps): Worker {
  let lookedAt = new Date(0);
  const failedBefore = new Set<number>();
  return createWorker({
    name: 'reread-callbacks',
    everyMs,
    log: deps.log,
    async doSome() {
      const now = deps.clock();
      const since = new Date(lookedAt.getTime() - overlapMs);
      // Each once in a look: what stays unknown, by the finer rules of whom a callback is about, is left for the next one.
      let afterId: number | null = (await isAnyNowKnown(deps.db, since)) ? 0 : null;
      while (afterId !== null) afterId = await rereadNext(deps, failedBefore, { afterId, since });
      lookedAt = now;
      return 0;
    },
  });
}

/**
 * Resolves to the id of the callback that was read again, null when none is left. One that fails for the first time ends the
 * look by its error, which may pass (a deadlock, say), and the same look is taken again; then it is kept aside.
 */
async function rereadNext(
  deps: ReadingDeps,
  failedBefore: Set<number>,
  place: { afterId: number; since: Date },
): Promise<number | null> {
  const inHand: StoredCallback[] = [];
  try {
    const outcome = await deps.db.tx(async (tx) => {
      const taken = await takeNowKnown(tx, place);
      if (!taken) return null;
      inHand.push(taken);
      return readIntoLedger(tx, deps, taken);
    });
    if (outcome?.isClaim) deps.confirmer.nudge();
  } catch (error) {
    const failed = inHand.at(-1);
    const isNew = failed !== undefined && !failedBefore.has(failed.id);
    if (failed) failedBefore.add(failed.id);
    if (!failed || (isNew && !cannotBeStored(error))) throw error;
    deps.log.error({ err: error, callbackId: failed.id }, 'a parked callback could not be processed');
    await parkFailed(deps, failed, error);
  }
  return inHand.at(-1)?.id ?? null;
}

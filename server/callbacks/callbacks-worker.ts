import { createWorker, type Worker } from '../jobs/worker.ts';
import { processNextCallback } from './process-next-callback.ts';
import type { ReadingDeps } from './read-into-ledger.ts';

/** For what a killed or failing server left; new callbacks nudge. */
const everyMs = 5_000;

/** The worker that reads stored callbacks into the ledger, in the order of their arrival. */
export function createCallbacksWorker(deps: ReadingDeps): Worker {
  return createWorker({
    name: 'process-callbacks',
    everyMs,
    log: deps.log,
    doSome: () => processNextCallback(deps),
  });
}

import { createWorker, type Worker } from '../jobs/worker.ts';
import { type ProcessDeps, processNextCallback } from './process-callback.ts';

/** For what a killed or failing server left; new callbacks nudge. */
const everyMs = 5_000;

/** The worker that reads stored callbacks into the ledger, in the order of their arrival. */
export function createCallbacksWorker(deps: ProcessDeps): Worker {
  return createWorker({
    name: 'process-callbacks',
    everyMs,
    log: deps.log,
    doSome: () => processNextCallback(deps),
  });
}

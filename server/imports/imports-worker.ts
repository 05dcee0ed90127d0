import { createWorker, type Worker } from '../jobs/worker.ts';
import { type AdvanceDeps, advanceImportRun } from './advance-run.ts';

/** For runs that pause or that a killed server left; starting and resuming nudges. */
const everyMs = 2_000;

/** The worker that moves imports on, page by page. */
export function createImportsWorker(deps: AdvanceDeps): Worker {
  return createWorker({ name: 'import-runs', everyMs, log: deps.log, doSome: () => advanceImportRun(deps) });
}

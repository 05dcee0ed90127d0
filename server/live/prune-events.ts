import type { Db } from '../db/db.ts';
import { createWorker, type Worker } from '../jobs/worker.ts';
import { deleteEventsBefore } from './live.sql.ts';

/** How long a reader may be away and still continue where it was. */
const keptMs = 24 * 60 * 60_000;
const everyMs = 10 * 60_000;

interface PruneDeps {
  db: Db;
  clock: () => Date;
  log: { error(fields: object, message: string): void };
}

/** The worker that forgets live events of more than a day ago. */
export function createEventPruner({ db, clock, log }: PruneDeps): Worker {
  return createWorker({
    name: 'prune-events',
    everyMs,
    log,
    doSome: () => deleteEventsBefore(db, new Date(clock().getTime() - keptMs)),
  });
}

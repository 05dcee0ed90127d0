import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countPausedByUs } from './destinations.sql.ts';

/** How many destinations of an environment get no callbacks any more by our decision; those that a person paused need none. */
export function countStopped(db: Db, environment: EnvironmentName): Promise<number> {
  return countPausedByUs(db, environment);
}

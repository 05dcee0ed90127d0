import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { countInState } from './health.sql.ts';

/** How many callbacks of an environment nobody could read, which a search for parked ones finds. */
export function countParked(db: Db, environment: EnvironmentName): Promise<number> {
  return countInState(db, environment, 'parked');
}

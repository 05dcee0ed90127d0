import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { Destination } from './destination.ts';
import { selectDestination } from './destinations.sql.ts';
import { destinationIsPaused, noSuchDestination } from './refusals.ts';

/** A destination that takes callbacks now. Throws not-found, and destination-not-allowed when it is paused. */
export async function usableDestination(db: Db, environment: EnvironmentName, id: string): Promise<Destination> {
  const destination = await selectDestination(db, id);
  if (destination?.environment !== environment) throw noSuchDestination();
  if (destination.pausedAt !== null) throw destinationIsPaused();
  return destination;
}

import type { components, operations } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { type Destination, presentDestination } from './destination.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { lockDestination, selectDestination } from './destinations.sql.ts';
import { recordDestinationAction } from './record-destination-action.ts';
import { noSuchDestination } from './refusals.ts';

export interface DestinationRequest {
  environment: EnvironmentName;
  /** dst_… */
  id: string;
}

/**
 * Does something to a destination under its lock, and writes down that this person did it, unless `change` says that there
 * was nothing to do ('as it was'). Gives the destination as it is then. Throws not-found.
 */
export async function changeDestination(
  { db, clock }: Pick<DestinationDeps, 'db' | 'clock'>,
  actor: Actor,
  action: keyof operations,
  { environment, id }: DestinationRequest,
  change: (tx: Db, destination: Destination, at: Date) => Promise<'changed' | 'as it was'>,
): Promise<components['schemas']['Destination']> {
  const at = clock();
  return db.tx(async (tx) => {
    const destination = await lockDestination(tx, id);
    if (destination?.environment !== environment) throw noSuchDestination();
    const outcome = await change(tx, destination, at);
    const changed = (await selectDestination(tx, id)) ?? { ...destination, waitingCount: 0 };
    if (outcome === 'changed') await recordDestinationAction(tx, actor, action, changed, at);
    return presentDestination(changed, actor);
  });
}

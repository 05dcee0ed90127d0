import type { Actor } from '../auth/actor.ts';
import { changeDestination, type DestinationRequest } from './change-destination.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { markDeleted } from './destinations.sql.ts';

/** Sends nothing more there: what waits is given up; what was sent stays in the history. Throws not-found. */
export async function deleteDestination(
  deps: Pick<DestinationDeps, 'db' | 'clock'>,
  actor: Actor,
  request: DestinationRequest,
): Promise<void> {
  await changeDestination(deps, actor, 'deleteDestination', request, async (tx, { id }, at) => {
    await markDeleted(tx, id, at);
    return 'changed';
  });
}

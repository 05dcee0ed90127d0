import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeDestination, type DestinationRequest } from './change-destination.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { writeHealth } from './destinations.sql.ts';

/** Holds back what is due and what comes, until somebody resumes. One that is paused stays as it is. Throws not-found. */
export function pauseDestination(
  deps: Pick<DestinationDeps, 'db' | 'clock'>,
  actor: Actor,
  request: DestinationRequest,
): Promise<components['schemas']['Destination']> {
  return changeDestination(deps, actor, 'pauseDestination', request, async (tx, destination, at) => {
    if (destination.pausedAt !== null) return 'as it was';
    await writeHealth(tx, destination.id, { ...destination, pausedAt: at, pausedReason: 'by_person' });
    return 'changed';
  });
}

import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeDestination, type DestinationRequest } from './change-destination.ts';
import { makeAllDue } from './deliveries.sql.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { writeHealth } from './destinations.sql.ts';

/**
 * Goes on sending, oldest first; what waits has all its attempts before it again. One that is not paused stays as it is.
 * Throws not-found.
 */
export function resumeDestination(
  deps: Pick<DestinationDeps, 'db' | 'clock'>,
  actor: Actor,
  request: DestinationRequest,
): Promise<components['schemas']['Destination']> {
  return changeDestination(deps, actor, 'resumeDestination', request, async (tx, destination, at) => {
    if (destination.pausedAt === null) return 'as it was';
    const fresh = { pausedAt: null, pausedReason: null, failureCount: 0, failingSince: null };
    await writeHealth(tx, destination.id, { ...destination, ...fresh });
    await makeAllDue(tx, destination.id, at);
    return 'changed';
  });
}

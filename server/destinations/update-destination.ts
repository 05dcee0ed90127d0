import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeDestination, type DestinationRequest } from './change-destination.ts';
import { checkedUrl } from './check-destination.ts';
import { makeAllDue } from './deliveries.sql.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { rewriteDestination } from './destinations.sql.ts';
import { nameIsTaken } from './refusals.ts';

type Schemas = components['schemas'];

/**
 * Gives a destination another name or address, or other callbacks from now on. What waits goes to a new address at once.
 * Throws not-found, invalid-request for an address that is never sent to, and destination-not-allowed for a taken name.
 */
export async function updateDestination(
  deps: DestinationDeps,
  actor: Actor,
  { body, ...request }: DestinationRequest & { body: Schemas['DestinationInput'] },
): Promise<Schemas['Destination']> {
  const url = checkedUrl(deps.config, request.environment, body);
  const { name, providers = null, kinds = null } = body;
  try {
    return await changeDestination(deps, actor, 'updateDestination', request, async (tx, before, at) => {
      await rewriteDestination(tx, { id: before.id, name, url, providers, kinds });
      if (url !== before.url) await makeAllDue(tx, before.id, at);
      return 'changed';
    });
  } catch (error) {
    throw nameIsTaken(error);
  }
}

import { ulid } from 'ulid';
import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { checkedUrl } from './check-destination.ts';
import { presentDestination } from './destination.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { insertDestination, selectDestinations } from './destinations.sql.ts';
import { recordDestinationAction } from './record-destination-action.ts';
import { destinationDoesNotAllow, nameIsTaken } from './refusals.ts';
import { mintSecret } from './signing-secrets.ts';

type Schemas = components['schemas'];

/** Each callback is sent to all of them. */
const mostDestinations = 20;

/**
 * Adds a destination, which gets what arrives from now on. The secret is given this once. Throws invalid-request for an
 * address that is never sent to, and destination-not-allowed when its name is taken or there are 20.
 */
export async function createDestination(
  { db, config, clock }: DestinationDeps,
  actor: Actor,
  { environment, body }: { environment: EnvironmentName; body: Schemas['DestinationInput'] },
): Promise<Schemas['DestinationWithSecret']> {
  const createdAt = clock();
  const secret = mintSecret();
  const destination = {
    id: `dst_${ulid(createdAt.getTime()).toLowerCase()}`,
    environment,
    name: body.name,
    url: checkedUrl(config, environment, body),
    providers: body.providers ?? null,
    kinds: body.kinds ?? null,
    secrets: [{ secret, until: null }],
    createdAt,
  };
  try {
    await db.tx(async (tx) => {
      const { length } = await selectDestinations(tx, environment);
      if (length >= mostDestinations)
        throw destinationDoesNotAllow(
          'too_many_destinations',
          `This environment has ${length} destinations, the most it can.`,
        );
      await insertDestination(tx, destination);
      await recordDestinationAction(tx, actor, 'createDestination', destination, createdAt);
    });
  } catch (error) {
    throw nameIsTaken(error);
  }
  const untried = { pausedAt: null, pausedReason: null, failureCount: 0, failingSince: null, lastDeliveredAt: null };
  return { ...presentDestination({ ...destination, ...untried, waitingCount: 0 }, actor), secret };
}

import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { presentDestination } from './destination.ts';
import { selectDestinations } from './destinations.sql.ts';

type Destinations = components['schemas']['Destinations'];

/** The destinations of an environment, oldest first. */
export async function listDestinations(
  { db }: { db: Db },
  actor: Actor,
  environment: EnvironmentName,
): Promise<Destinations> {
  const destinations = await selectDestinations(db, environment);
  return { items: destinations.map((destination) => presentDestination(destination, actor)) };
}

/** Those that are paused or failing. */
export async function troubledDestinations(
  deps: { db: Db },
  actor: Actor,
  environment: EnvironmentName,
): Promise<Destinations['items']> {
  const { items } = await listDestinations(deps, actor, environment);
  return items.filter(({ state, failingSince }) => state === 'paused' || failingSince !== null);
}

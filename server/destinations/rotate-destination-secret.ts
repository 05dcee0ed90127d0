import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeDestination, type DestinationRequest } from './change-destination.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { writeSecrets } from './destinations.sql.ts';
import { destinationDoesNotAllow } from './refusals.ts';
import { livingSecrets, mintSecret, rotatedSecrets } from './signing-secrets.ts';

/** Each signs every request, in one header. */
const mostSecrets = 5;

/**
 * Signs with a new secret, which is given this once; those before it sign too for a day, so that the receiver can change
 * over without missing anything. Throws not-found, and destination-not-allowed after too many changes within a day.
 */
export async function rotateDestinationSecret(
  deps: Pick<DestinationDeps, 'db' | 'clock'>,
  actor: Actor,
  request: DestinationRequest,
): Promise<components['schemas']['DestinationWithSecret']> {
  const secret = mintSecret();
  const destination = await changeDestination(
    deps,
    actor,
    'rotateDestinationSecret',
    request,
    async (tx, { id, secrets }, at) => {
      if (livingSecrets(secrets, at).length >= mostSecrets)
        throw destinationDoesNotAllow(
          'secret_changed_too_often',
          `${mostSecrets} secrets sign already. Wait a day for the oldest to end.`,
        );
      await writeSecrets(tx, id, rotatedSecrets(secrets, secret, at));
      return 'changed';
    },
  );
  return { ...destination, secret };
}

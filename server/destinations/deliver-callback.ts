import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { appendCallbackEvent } from '../live/append-live-event.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { queueAgain } from './deliveries.sql.ts';
import { deliveriesOf } from './deliveries-of.ts';
import type { DestinationDeps } from './destination-deps.ts';
import { lockDestination } from './destinations.sql.ts';
import { orderKeyOfStored } from './order-key-of-stored.ts';
import { destinationIsPaused, noSuchCallback, noSuchDestination } from './refusals.ts';
import { selectCallback } from './stored-callback.sql.ts';

export interface DeliverRequest {
  environment: EnvironmentName;
  callbackId: string;
  destinationId: string;
}

/**
 * Puts a stored callback into the queue of a destination at once, whether it was there before or not; it may go to any, also
 * to one that does not take its like by itself. Throws not-found, and destination-not-allowed when the destination is paused.
 */
export async function deliverCallback(
  { db, clock, accounts }: Pick<DestinationDeps, 'db' | 'clock' | 'accounts'>,
  actor: Actor,
  { environment, callbackId, destinationId }: DeliverRequest,
): Promise<components['schemas']['Delivery']> {
  const at = clock();
  return db.tx(async (tx) => {
    const callback = await selectCallback(tx, environment, callbackId);
    if (!callback) throw noSuchCallback();
    const destination = await lockDestination(tx, destinationId);
    if (destination?.environment !== environment) throw noSuchDestination();
    if (destination.pausedAt !== null) throw destinationIsPaused();
    const key = orderKeyOfStored(accounts, environment, callback);
    await queueAgain(tx, { callbackId: callback.id, destinationId, orderKey: key, at });
    const detail = { callbackId, destinationId, destination: destination.name };
    const { paymentId } = callback;
    await recordAction(tx, actor, { action: 'deliverCallback', environment, paymentId, outcome: 'done', detail, at });
    await appendCallbackEvent(tx, environment, callback.id);
    const deliveries = await deliveriesOf(tx, actor, { environment, callbackId: callback.id });
    const queued = deliveries.find((delivery) => delivery.destinationId === destinationId);
    if (!queued) throw new Error('a delivery was queued and is not there');
    return queued;
  });
}

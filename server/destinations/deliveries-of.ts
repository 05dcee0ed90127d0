import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { type AttemptRow, selectAttempts, selectDeliveries } from './attempts.sql.ts';

type Delivery = components['schemas']['Delivery'];

/**
 * Where a callback was sent on to, the oldest destination first, and every attempt, oldest first. An answer may repeat what
 * the callback says of a customer, so it takes the permission to read contacts.
 */
export async function deliveriesOf(
  db: Db,
  actor: Actor,
  { environment, callbackId }: { environment: EnvironmentName; callbackId: number },
): Promise<Delivery[]> {
  const deliveries = await selectDeliveries(db, callbackId);
  const ids = deliveries.map(({ id }) => id);
  const attempts = await selectAttempts(db, ids);
  const showsAnswers = may(actor.role, 'contacts.read', environment);
  return deliveries.map(({ id, destinationId, destinationName, state, isHeld, nextAttemptAt }) => ({
    destinationId,
    destinationName,
    state,
    isHeld,
    nextAttemptAt: state === 'waiting' ? nextAttemptAt.toISOString() : null,
    attempts: attempts.filter(({ deliveryId }) => deliveryId === id).map((one) => presentAttempt(one, showsAnswers)),
  }));
}

function presentAttempt({ at, durationMs, status, error, answer }: AttemptRow, showsAnswers: boolean) {
  return { at: at.toISOString(), durationMs, status, error, answer: showsAnswers ? answer : null };
}

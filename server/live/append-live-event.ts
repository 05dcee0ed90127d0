import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { insertLiveEvent } from './append-live-event.sql.ts';

/**
 * Tells every stream of the environment, once the transaction is committed, that a payment changed. In: the transaction
 * of the change, as its last statement that locks anything. Resolves to the event's id, the cursor of Last-Event-ID.
 */
export function appendLiveEvent(tx: Db, environment: EnvironmentName, paymentId: string): Promise<number> {
  return insertLiveEvent(tx, environment, { paymentId });
}

/** The same of a callback that was read, parked, or sent on to a destination. */
export function appendCallbackEvent(tx: Db, environment: EnvironmentName, callbackId: number): Promise<number> {
  return insertLiveEvent(tx, environment, { callbackId });
}

import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { insertDeliveries } from './deliveries.sql.ts';
import { type CalledBack, orderKey } from './order-key.ts';

/** A callback that has been read or parked. */
export interface PlannedCallback extends CalledBack {
  id: number;
  environment: EnvironmentName;
}

/**
 * Puts a callback into the queue of every destination that wants it, also of paused ones. In: the transaction that marks it
 * as processed or parked, so that a kill leaves both or neither; callbacks of a payment come here one after the other. A
 * callback that is read once more changes nothing.
 */
export async function planDeliveries(tx: Db, callback: PlannedCallback, at: Date): Promise<void> {
  await insertDeliveries(tx, { ...callback, orderKey: orderKey(callback.id, callback) }, at);
}

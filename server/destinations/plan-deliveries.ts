import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { insertDeliveries } from './deliveries.sql.ts';
import { endOfHold } from './end-of-hold.ts';
import { type CalledBack, orderKey } from './order-key.ts';

/** A callback that has been read or parked. */
export interface PlannedCallback extends CalledBack {
  id: number;
  environment: EnvironmentName;
  /** Whether it reports money and nobody has signed it. */
  isClaim: boolean;
}

/**
 * Puts a callback into the queue of every destination that wants it, also of paused ones. In: the transaction that marks it
 * as processed or parked, so that a kill leaves both or neither; callbacks of a payment come here one after the other. A
 * callback that is read once more keeps its places. A claim is held until it is confirmed or denied, so that receivers are told
 * which.
 */
export async function planDeliveries(tx: Db, callback: PlannedCallback, at: Date): Promise<void> {
  const heldUntil = callback.isClaim ? endOfHold(at) : null;
  await insertDeliveries(tx, { ...callback, heldUntil, orderKey: orderKey(callback.id, callback) }, at);
}

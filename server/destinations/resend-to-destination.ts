import type { Db } from '../db/db.ts';
import { appendCallbackEvent } from '../live/append-live-event.ts';
import type { Accounts } from '../providers/accounts.ts';
import { type Attempt, announce, recordAttempt, type SendDeps, sendOnce } from './attempt-delivery.ts';
import { type ClaimedDelivery, claimForResend, endResend, releaseResends, selectUnfinished } from './deliveries.sql.ts';
import type { Destination } from './destination.ts';
import { lockDestination } from './destinations.sql.ts';
import { endOfHold } from './end-of-hold.ts';
import { orderKeyOfStored } from './order-key-of-stored.ts';
import { selectCallback, selectLatestCallback } from './stored-callback.sql.ts';

// For orders to resend (server/resends): a callback goes to a destination once more, once, beside the queue. While it is under
// way the next callbacks about its payment wait for it.

/** What is sent for an item: a delivery that is nobody else's until its end is written. */
export type ResentDelivery = ClaimedDelivery;

export type Taken =
  | { kind: 'taken'; delivery: ResentDelivery }
  /** Not now: another callback about the payment is being sent, or its provider is being asked whether it is so. */
  | { kind: 'later'; notBefore: Date }
  /** It waits for the destination anyway, or it is not to be sent. */
  | { kind: 'left'; reason: 'being_delivered' | 'earlier_waits' | 'no_callback_yet' | 'contradicts' };

/** How soon one looks again whether what is under way is over. */
const lookAgainMs = 1_000;

/** A living destination, locked until the transaction ends; null when it was deleted. */
export function lockForResend(tx: Db, destinationId: string): Promise<Destination | null> {
  return lockDestination(tx, destinationId);
}

/** Which callback: this one, or the latest about this payment. */
interface ResendRequest {
  callbackId: number | null;
  paymentId: string | null;
  orderId: string;
  at: Date;
}

/** Takes a callback out of turn. In: a transaction that holds the destination's lock. */
export async function takeForResend(
  tx: Db,
  accounts: Accounts,
  { id: destinationId, environment }: Destination,
  { callbackId, paymentId, orderId, at }: ResendRequest,
): Promise<Taken> {
  const callback =
    callbackId === null
      ? paymentId && (await selectLatestCallback(tx, paymentId))
      : await selectCallback(tx, environment, String(callbackId));
  if (!callback) return { kind: 'left', reason: 'no_callback_yet' };
  if (callback.isContradicted) return { kind: 'left', reason: 'contradicts' };
  if (callback.isUnread) return { kind: 'left', reason: 'being_delivered' };
  const key = orderKeyOfStored(accounts, environment, callback);
  const unfinished = await selectUnfinished(tx, destinationId, { orderKey: key, callbackId: callback.id, at });
  // The latest word goes by itself when any waits: what waits is as late, or later.
  if (callbackId === null ? unfinished.anything : unfinished.itself) return { kind: 'left', reason: 'being_delivered' };
  if (unfinished.earlier) return { kind: 'left', reason: 'earlier_waits' };
  const isHeld = callback.isClaimed && endOfHold(callback.receivedAt) > at;
  if (isHeld || unfinished.underWay) return { kind: 'later', notBefore: new Date(at.getTime() + lookAgainMs) };
  const delivery = await claimForResend(tx, { callbackId: callback.id, destinationId, orderKey: key, orderId, at });
  return { kind: 'taken', delivery };
}

/**
 * Sends what was taken, once; `record` writes down what came of it, in the transaction that it opens, by calling what it is
 * given after it has taken its own locks. Throws when that could not be written.
 */
export async function resendOnce(
  deps: SendDeps,
  destination: Destination,
  delivery: ResentDelivery,
  record: (attempt: Attempt, write: (tx: Db) => Promise<void>) => Promise<void>,
): Promise<void> {
  const attempt = await sendOnce(deps, destination, delivery);
  const now = deps.clock();
  let announcement: Parameters<typeof announce>[1] = null;
  await record(attempt, async (tx) => {
    ({ announcement } = await recordAttempt(tx, delivery, attempt, now));
    await endResend(tx, delivery, attempt.isTaken, now);
    await appendCallbackEvent(tx, destination.environment, delivery.callback.id);
  });
  announce(deps.log, announcement);
}

/** Lets go what an order had taken when its server stopped. */
export function releaseTaken(tx: Db, orderId: string): Promise<void> {
  return releaseResends(tx, orderId);
}

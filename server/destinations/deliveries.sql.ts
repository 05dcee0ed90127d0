import type { Db } from '../db/db.ts';
import type { PaymentKind } from '../payments/payment.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { ForwardedCallback } from './forwarded-request.ts';

interface QueuedCallback {
  id: number;
  environment: EnvironmentName;
  provider: ProviderName;
  kind: PaymentKind | null;
  orderKey: string;
  /** How long it waits for its provider's own word; null when it waits for nothing. */
  heldUntil: Date | null;
}

/**
 * One for each destination that wants it; a callback of unknown kind goes to those that take every kind. One that is read once
 * more keeps its place; it gets one where only an order had sent it, in vain.
 */
export async function insertDeliveries(tx: Db, callback: QueuedCallback, at: Date): Promise<void> {
  const { id, orderKey, environment, provider, kind, heldUntil } = callback;
  await tx.query(
    `insert into deliveries as known (callback_id, destination_id, order_key, state, held, next_attempt_at, created_at)
     select $1, destinations.id, $2, 'waiting', $7::timestamptz is not null, coalesce($7, $3), $3 from destinations
     where environment = $4 and deleted_at is null and (providers is null or $5 = any(providers))
       and (kinds is null or $6::text = any(kinds)) order by destinations.id
     on conflict (callback_id, destination_id) do update set order_key = excluded.order_key, queued = true,
       state = case when known.queued or known.state = 'delivered' then known.state else 'waiting' end,
       held = case when known.queued then known.held else excluded.held end,
       next_attempt_at = case when known.queued then known.next_attempt_at else excluded.next_attempt_at end,
       ended_at = case when known.queued or known.state = 'delivered' then known.ended_at end`,
    [id, orderKey, at, environment, provider, kind, heldUntil],
  );
}

/** What was held is due, of which the provider has said meanwhile whether it is so. */
export async function releaseJudged(db: Db, at: Date): Promise<void> {
  await db.query(
    `update deliveries set held = false, next_attempt_at = $1
     where held and not exists (select 1 from observations
       where observations.callback_id = deliveries.callback_id and verdict = 'claimed')`,
    [at],
  );
}

/** A delivery that is being sent. */
export interface ClaimedDelivery {
  id: number;
  destinationId: string;
  orderKey: string;
  /** Failed attempts since it was put into the queue. */
  tries: number;
  claim: number;
  callback: ForwardedCallback;
}

type ClaimedRow = Omit<ClaimedDelivery, 'callback'> & Omit<ForwardedCallback, 'id'> & { callbackId: number };

/** With the callback, and the latest that was made of it. */
const claimedColumns = `claimed.id, claimed.destination_id as "destinationId", claimed.order_key as "orderKey", claimed.tries,
  claimed.claim, callbacks.id as "callbackId", callbacks.environment, callbacks.provider, callbacks.received_at as "receivedAt",
  callbacks.headers, callbacks.body, callbacks.payment_id as "paymentId",
  (select verdict from observations where observations.payment_id = callbacks.payment_id
     and observations.callback_id = callbacks.id order by observations.id desc limit 1) as verdict`;

/**
 * Takes what is due in the queue of a destination, the longest due first, until the lease ends: of each payment only what
 * nothing older waits before, and nothing while an order sends one of its callbacks. Under the destination's lock, so that no two claims see the same beginning of a queue.
 */
export async function claimDue(
  tx: Db,
  destinationId: string,
  { at, until, limit }: { at: Date; until: Date; limit: number },
): Promise<ClaimedDelivery[]> {
  const { rows } = await tx.query<ClaimedRow>(
    `with claimed as (
       update deliveries set claim = claim + 1, claimed_until = $3, held = false where id in (
         select due.id from deliveries as due
         where due.destination_id = $1 and due.state = 'waiting' and due.next_attempt_at <= $2
           and (due.claimed_until is null or due.claimed_until <= $2) and due.resending_by is null
           and not exists (
             select 1 from deliveries as other where other.destination_id = $1 and other.order_key = due.order_key
               and (other.state = 'waiting' and other.id < due.id or other.resending_by is not null))
         order by due.next_attempt_at, due.id limit $4)
       returning *)
     select ${claimedColumns} from claimed join callbacks on callbacks.id = claimed.callback_id order by claimed.id`,
    [destinationId, at, until, limit],
  );
  return rows.map(toClaimed);
}

/**
 * Takes a callback out of turn, for an order that sends it once more; one that never was in the queue is kept as given up. Its
 * state stays as it is. Under the destination's lock.
 */
export async function claimForResend(
  tx: Db,
  delivery: { callbackId: number; destinationId: string; orderKey: string; orderId: string; at: Date },
): Promise<ClaimedDelivery> {
  const { rows } = await tx.query<ClaimedRow>(
    `with claimed as (
       insert into deliveries as known (callback_id, destination_id, order_key, state, queued, next_attempt_at, created_at,
         ended_at, resending_by)
       values ($1, $2, $3, 'given_up', false, $5, $5, $5, $4)
       on conflict (callback_id, destination_id) do update set order_key = $3, resending_by = $4, claim = known.claim + 1
       returning *)
     select ${claimedColumns} from claimed join callbacks on callbacks.id = claimed.callback_id`,
    [delivery.callbackId, delivery.destinationId, delivery.orderKey, delivery.orderId, delivery.at],
  );
  const [row] = rows;
  if (!row) throw new Error(`no callback ${delivery.callbackId} to resend`);
  return toClaimed(row);
}

function toClaimed({
  callbackId,
  id,
  destinationId,
  orderKey,
  tries,
  claim,
  ...callback
}: ClaimedRow): ClaimedDelivery {
  return { id, destinationId, orderKey, tries, claim, callback: { id: callbackId, ...callback } };
}

/** What a destination has of a payment that is not over. */
export interface Unfinished {
  /** Whether there is any of these at all. */
  anything: boolean;
  /** This callback waits, or is being sent. */
  itself: boolean;
  /** A callback of the payment is being sent at this moment, by the queue or by an order. */
  underWay: boolean;
  /** A callback that arrived before this one waits. */
  earlier: boolean;
}

export async function selectUnfinished(
  tx: Db,
  destinationId: string,
  { orderKey, callbackId, at }: { orderKey: string; callbackId: number; at: Date },
): Promise<Unfinished> {
  const { rows } = await tx.query<Unfinished>(
    `select count(*) > 0 as anything, coalesce(bool_or(callback_id = $3), false) as itself,
       coalesce(bool_or(resending_by is not null or claimed_until > $4), false) as "underWay",
       coalesce(bool_or(state = 'waiting' and callback_id < $3), false) as earlier
     from deliveries where destination_id = $1 and (order_key = $2 or callback_id = $3)
       and (state = 'waiting' or resending_by is not null)`,
    [destinationId, orderKey, callbackId, at],
  );
  const [row] = rows;
  if (!row) throw new Error('a count gave no row');
  return row;
}

/** It is delivered, or given up; what waits for it may go now. Nothing when another has claimed it meanwhile. */
export async function endDelivery(
  tx: Db,
  { id, claim, destinationId, orderKey }: ClaimedDelivery,
  state: 'delivered' | 'given_up',
  at: Date,
): Promise<void> {
  const { affected } = await tx.query(
    `update deliveries set state = $3, ended_at = $4, tries = tries + 1, claimed_until = null
     where id = $1 and claim = $2 and state = 'waiting'`,
    [id, claim, state, at],
  );
  if (affected > 0) await pullForward(tx, destinationId, orderKey, at);
}

/** It failed and is tried again then; what waits for it is not looked at before. */
export async function retryDelivery(
  tx: Db,
  { id, claim, destinationId, orderKey }: ClaimedDelivery,
  nextAt: Date,
): Promise<void> {
  const { affected } = await tx.query(
    `update deliveries set next_attempt_at = $3, tries = tries + 1, claimed_until = null
     where id = $1 and claim = $2 and state = 'waiting'`,
    [id, claim, nextAt],
  );
  if (affected === 0) return;
  await tx.query(
    `update deliveries set next_attempt_at = $3
     where destination_id = $1 and order_key = $2 and state = 'waiting' and next_attempt_at < $3`,
    [destinationId, orderKey, nextAt],
  );
}

/** An order has sent it once more: a success counts for the queue too, and what waits behind it may then go now. */
export async function endResend(
  tx: Db,
  { id, claim, destinationId, orderKey }: ClaimedDelivery,
  isTaken: boolean,
  at: Date,
): Promise<void> {
  await tx.query(
    `update deliveries set resending_by = null, state = case when $3 then 'delivered' else state end,
       ended_at = case when $3 then $4::timestamptz else ended_at end
     where id = $1 and claim = $2 and resending_by is not null`,
    [id, claim, isTaken, at],
  );
  if (isTaken) await pullForward(tx, destinationId, orderKey, at);
}

/** What an order was sending when its server stopped is let go; nobody knows what came of it. */
export async function releaseResends(tx: Db, orderId: string): Promise<void> {
  await tx.query(`update deliveries set resending_by = null, claim = claim + 1 where resending_by = $1`, [orderId]);
}

/** But for what is held: that waits for its provider's word. */
async function pullForward(tx: Db, destinationId: string, key: string, at: Date): Promise<void> {
  await tx.query(
    `update deliveries set next_attempt_at = $3
     where destination_id = $1 and order_key = $2 and state = 'waiting' and not held and next_attempt_at > $3`,
    [destinationId, key, at],
  );
}

/** All that waits for a destination alone is due, and its attempts are counted anew. Under the destination's lock. */
export async function makeAllDue(tx: Db, destinationId: string, at: Date): Promise<void> {
  await tx.query(
    `update deliveries set next_attempt_at = $2, tries = 0 where destination_id = $1 and state = 'waiting' and not held`,
    [destinationId, at],
  );
}

/** A callback goes into the queue of a destination at once, again or for the first time. Under the destination's lock. */
export async function queueAgain(
  tx: Db,
  delivery: { callbackId: number; destinationId: string; orderKey: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into deliveries (callback_id, destination_id, order_key, state, next_attempt_at, created_at)
     values ($1, $2, $3, 'waiting', $4, $4)
     on conflict (callback_id, destination_id) do update
       set order_key = $3, state = 'waiting', queued = true, held = false, tries = 0, next_attempt_at = $4, ended_at = null`,
    [delivery.callbackId, delivery.destinationId, delivery.orderKey, delivery.at],
  );
}

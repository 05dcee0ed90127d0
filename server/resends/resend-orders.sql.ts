import type { Db } from '../db/db.ts';
import type { PageCursor } from '../http/page-cursor.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { ResendCounts, ResendOrder } from './resend-order.ts';

const columns = `resend_orders.id, environment, payment_filter as "paymentFilter", callback_filter as "callbackFilter", via, destination_id as "destinationId", per_minute as "perMinute",
  (select staff.name from staff where staff.id = ordered_by) as "orderedBy", request_digest as "requestDigest",
  audit_entry_id as "auditEntryId", created_at as "createdAt", stage, paused_at as "pausedAt", paused_reason as "pausedReason",
  problem, ended_at as "endedAt", ended_as as "endedAs", jsonb_build_object('all', count, 'done', done_count, 'failed', failed_count,
    'unknown', unknown_count, 'skipped', skipped_count, 'cancelled', cancelled_count) as counts,
  refusals, next_at as "nextAt", claim, claimed_until as "claimedUntil"`;

export type NewOrder = Pick<
  ResendOrder,
  | 'id'
  | 'environment'
  | 'paymentFilter'
  | 'callbackFilter'
  | 'via'
  | 'destinationId'
  | 'perMinute'
  | 'requestDigest'
  | 'createdAt'
> & { orderedBy: string; idempotencyKey: string };

/** False when its Idempotency-Key is taken; a second request with the same key waits for the first. */
export async function insertOrder(tx: Db, order: NewOrder): Promise<boolean> {
  const { affected } = await tx.query(
    `insert into resend_orders (id, environment, payment_filter, callback_filter, via, destination_id, per_minute, ordered_by,
       idempotency_key, request_digest, created_at, next_at)
     values ($1, $2, $3::jsonb, $4::jsonb, $5, $6, $7, $8, $9, $10, $11, $11)
     on conflict (environment, idempotency_key) do nothing`,
    [
      order.id,
      order.environment,
      order.paymentFilter,
      order.callbackFilter,
      order.via,
      order.destinationId,
      order.perMinute,
      order.orderedBy,
      order.idempotencyKey,
      order.requestDigest,
      order.createdAt,
    ],
  );
  return affected === 1;
}

/** How many items it has, and the one audit entry that tells at the end what came of it. */
export async function completeOrder(
  tx: Db,
  id: string,
  { all, skipped }: Pick<ResendCounts, 'all' | 'skipped'>,
  auditEntryId: number,
): Promise<void> {
  await tx.query(`update resend_orders set count = $2, skipped_count = $3, audit_entry_id = $4 where id = $1`, [
    id,
    all,
    skipped,
    auditEntryId,
  ]);
}

export async function selectOrder(db: Db, environment: EnvironmentName, id: string): Promise<ResendOrder | null> {
  return oneOrder(db, `where environment = $1 and id = $2`, [environment, id]);
}

export async function selectOrderByKey(db: Db, environment: EnvironmentName, key: string): Promise<ResendOrder | null> {
  return oneOrder(db, `where environment = $1 and idempotency_key = $2`, [environment, key]);
}

/** The orders nearest to the cursor: newest first, but those before it oldest first. */
export async function selectOrders(
  db: Db,
  environment: EnvironmentName,
  { cursor, limit }: { cursor: PageCursor | null; limit: number },
): Promise<ResendOrder[]> {
  const direction = cursor?.direction === 'previous' ? 'asc' : 'desc';
  const operator = `${direction === 'desc' ? '<' : '>'}${cursor?.includesRow ? '=' : ''}`;
  const beyond = `and (created_at, id) ${operator} (timestamptz 'epoch' + $3::bigint * interval '1 microsecond', $4)`;
  const { rows } = await db.query<ResendOrder>(
    `select ${columns} from resend_orders where environment = $1 ${cursor ? beyond : ''}
     order by created_at ${direction}, id ${direction} limit $2`,
    [environment, limit, ...(cursor ? [cursor.key, cursor.id] : [])],
  );
  return rows;
}

/**
 * An order, locked until the transaction ends. Always the first lock of a transaction that changes an order or its items,
 * before that of a destination or a payment.
 */
export async function lockOrder(tx: Db, id: string): Promise<ResendOrder | null> {
  return oneOrder(tx, `where id = $1 for no key update`, [id]);
}

/** Orders that may send now, or that a killed server left in the middle. */
export async function dueOrders(db: Db, at: Date): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from resend_orders
     where ((stage <> 'canary_done' and paused_at is null and ended_at is null and next_at <= $1) or claimed_until is not null)
       and (claimed_until is null or claimed_until <= $1)`,
    [at],
  );
  return rows.map(({ id }) => id);
}

/** Writes where an order stands. Throws a unique violation when another order to the same target is running. */
export async function writeStand(
  tx: Db,
  order: Pick<ResendOrder, 'id' | 'stage' | 'pausedAt' | 'pausedReason' | 'problem' | 'refusals' | 'nextAt'>,
): Promise<void> {
  await tx.query(
    `update resend_orders set stage = $2, paused_at = $3, paused_reason = $4, problem = $5, refusals = $6, next_at = $7
     where id = $1`,
    [order.id, order.stage, order.pausedAt, order.pausedReason, order.problem, order.refusals, order.nextAt],
  );
}

/** Takes the order for one sender alone, until then. */
export async function writeClaim(tx: Db, id: string, until: Date): Promise<void> {
  await tx.query(`update resend_orders set claim = claim + 1, claimed_until = $2 where id = $1`, [id, until]);
}

/** Keeps a claim for longer; does nothing when another has the order by now. */
export async function extendClaim(
  db: Db,
  { id, claim }: Pick<ResendOrder, 'id' | 'claim'>,
  until: Date,
): Promise<void> {
  await db.query(
    `update resend_orders set claimed_until = $3 where id = $1 and claim = $2 and claimed_until is not null`,
    [id, claim, until],
  );
}

export async function giveClaimBack(tx: Db, id: string): Promise<void> {
  await tx.query(`update resend_orders set claimed_until = null where id = $1`, [id]);
}

export async function endOrder(
  tx: Db,
  { id, endedAs, problem }: Pick<ResendOrder, 'id' | 'problem'> & { endedAs: 'done' | 'cancelled' },
  at: Date,
): Promise<void> {
  await tx.query(
    `update resend_orders set ended_as = $2, ended_at = $3, problem = $4, paused_at = null, paused_reason = null where id = $1`,
    [id, endedAs, at, problem],
  );
}

async function oneOrder(db: Db, where: string, params: readonly unknown[]): Promise<ResendOrder | null> {
  const { rows } = await db.query<ResendOrder>(`select ${columns} from resend_orders ${where}`, params);
  return rows[0] ?? null;
}

import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';

export type Outcome = components['schemas']['ResendItem']['outcome'];
/** A result that stays. */
export type Result = Exclude<Outcome, 'waiting' | 'sending'>;

/** An item that waits. */
export interface Turn {
  number: number;
  paymentId: string | null;
  /** Null: the latest callback about the payment. */
  callbackId: number | null;
}

/** The next items to send, in their order; of what goes one after the other the first alone. Under the order's lock. */
export async function selectWaiting(
  tx: Db,
  orderId: string,
  { at, limit }: { at: Date; limit: number },
): Promise<Turn[]> {
  const { rows } = await tx.query<Turn>(
    `select number, payment_id as "paymentId", callback_id as "callbackId" from resend_items as item
     where order_id = $1 and outcome = 'waiting' and (not_before is null or not_before <= $2)
       and (order_key is null or not exists (
         select 1 from resend_items as earlier where earlier.order_id = $1 and earlier.order_key = item.order_key
           and earlier.number < item.number and earlier.outcome in ('waiting', 'sending')))
     order by number limit $3`,
    [orderId, at, limit],
  );
  return rows;
}

/** It could not be sent at its turn, and has another one then. */
export async function putOff(tx: Db, orderId: string, number: number, notBefore: Date): Promise<void> {
  await tx.query(
    `update resend_items set not_before = $3 where order_id = $1 and number = $2 and outcome = 'waiting'`,
    [orderId, number, notBefore],
  );
}

/** When the first of those that were put off has its turn; null when none waits. */
export async function selectNextTurn(tx: Db, orderId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date | null }>(
    `select min(not_before) as at from resend_items where order_id = $1 and outcome = 'waiting'`,
    [orderId],
  );
  return rows[0]?.at ?? null;
}

/** From the commit of this on the item may have been sent. */
export async function markSending(tx: Db, orderId: string, numbers: readonly number[], at: Date): Promise<void> {
  await tx.query(
    `update resend_items set outcome = 'sending', at = $3 where order_id = $1 and number = any($2::int[]) and outcome = 'waiting'`,
    [orderId, numbers, at],
  );
}

/** Nothing was sent: it has its turn again. */
export async function putBack(tx: Db, orderId: string, number: number): Promise<void> {
  await tx.query(
    `update resend_items set outcome = 'waiting', at = null where order_id = $1 and number = $2 and outcome = 'sending'`,
    [orderId, number],
  );
}

/** The columns that count the results. */
const counters: Record<Result, string> = {
  done: 'done_count',
  failed: 'failed_count',
  unknown: 'unknown_count',
  skipped: 'skipped_count',
  cancelled: 'cancelled_count',
};

/**
 * Writes the result of items that are `from` so now, and counts it; each item gets one result, and it stays. Resolves to how
 * many got it. Under the order's lock.
 */
export async function writeResult(
  tx: Db,
  orderId: string,
  {
    from,
    number,
    result,
    detail,
    at,
  }: { from: 'waiting' | 'sending'; number: number | null; result: Result; detail: string | null; at: Date },
): Promise<number> {
  const { affected } = await tx.query(
    `update resend_items set outcome = $4, detail = $5, at = $6
     where order_id = $1 and outcome = $2 and ($3::int is null or number = $3)`,
    [orderId, from, number, result, detail, at],
  );
  const counter = counters[result];
  if (affected > 0)
    await tx.query(`update resend_orders set ${counter} = ${counter} + $2 where id = $1`, [orderId, affected]);
  return affected;
}

/** Whether an item has no result yet. */
export async function hasOpenItems(tx: Db, orderId: string): Promise<boolean> {
  const { rows } = await tx.query(
    `select 1 from resend_items where order_id = $1 and outcome in ('waiting', 'sending') limit 1`,
    [orderId],
  );
  return rows.length > 0;
}

export interface ItemRow {
  number: number;
  paymentId: string | null;
  callbackId: number | null;
  reference: string | null;
  outcome: Outcome;
  detail: string | null;
  at: Date | null;
}

/** Items after or before a number, the nearest first. */
export async function selectItems(
  db: Db,
  orderId: string,
  { from, direction, limit }: { from: number; direction: 'next' | 'previous'; limit: number },
): Promise<ItemRow[]> {
  const [operator, order] = direction === 'next' ? ['>', 'asc'] : ['<', 'desc'];
  const { rows } = await db.query<ItemRow>(
    `select number, resend_items.payment_id as "paymentId", callback_id as "callbackId",
       coalesce(payments.reference, callbacks.reference) as reference, outcome, detail, at
     from resend_items left join payments on payments.id = resend_items.payment_id
       left join callbacks on callbacks.id = callback_id
     where order_id = $1 and number ${operator} $2::bigint order by number ${order} limit $3`,
    [orderId, from, limit],
  );
  return rows;
}

import { ulid } from 'ulid';
import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import { problem } from '../http/problems.ts';
import { requestDigest } from '../kinds/request-digest.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { insertItems, type Judge } from './judged.sql.ts';
import { recordOrderAction } from './record-order-action.ts';
import { orderDoesNotAllow } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';
import { mostItems, presentResendOrder, type ResendOrder } from './resend-order.ts';
import { completeOrder, insertOrder, type NewOrder, selectOrderByKey } from './resend-orders.sql.ts';
import { foundBy, judgeOf } from './target.ts';

type Schemas = components['schemas'];

export interface CreateRequest {
  environment: EnvironmentName;
  idempotencyKey: string;
  body: Schemas['ResendOrderInput'];
}

export interface CreatedOrder {
  /** repeated: this key was used before, and this is its order. */
  outcome: 'created' | 'repeated';
  order: Schemas['ResendOrder'];
}

/**
 * Orders that all callbacks of a search, or the latest of all payments of a search, are sent again. The items are fixed here, in
 * one transaction, with those that can't be sent among them; only one is sent until a person continues. One Idempotency-Key makes one order. Throws
 * invalid-request, not-found and destination-not-allowed for its destination, idempotency-key-reused, and resend-not-allowed
 * when there is nothing to send or too much.
 */
export async function createResendOrder(
  { db, accounts, clock }: ResendDeps,
  actor: Actor,
  { environment, idempotencyKey, body }: CreateRequest,
): Promise<CreatedOrder> {
  const digest = requestDigest(body);
  // Before any rule: a retry is answered alike.
  const earlier = await selectOrderByKey(db, environment, idempotencyKey);
  if (earlier) return repeat(earlier, digest);
  const judge = await judgeOf(db, accounts, environment, body);
  const createdAt = clock();
  const order: NewOrder = {
    id: `rso_${ulid(createdAt.getTime()).toLowerCase()}`,
    environment,
    paymentFilter: body.paymentFilter ?? null,
    callbackFilter: body.callbackFilter ?? null,
    via: body.via,
    destinationId: body.destinationId ?? null,
    perMinute: body.perMinute,
    orderedBy: actor.staffId,
    requestDigest: digest,
    idempotencyKey,
    createdAt,
  };
  return db.tx(async (tx) => {
    const isNew = await insertOrder(tx, order);
    if (isNew) await fixItems(tx, actor, order, judge);
    const stored = await selectOrderByKey(tx, environment, idempotencyKey);
    if (!stored) throw new Error('an order was inserted and is not there');
    return isNew ? { outcome: 'created', order: presentResendOrder(stored) } : repeat(stored, digest);
  });
}

async function fixItems(tx: Db, actor: Actor, order: NewOrder, judge: Judge): Promise<void> {
  const { id, environment, createdAt: at } = order;
  const found = foundBy(actor, environment, order, at);
  const { all, skipped } = await insertItems(tx, id, { found, judge, at, limit: mostItems + 1 });
  if (all > mostItems)
    throw orderDoesNotAllow('too_many_items', `The filter finds more than ${mostItems}. Narrow it; nothing was done.`);
  if (all === skipped)
    throw orderDoesNotAllow('nothing_to_send', 'The filter finds no callback that can be sent. Nothing was done.');
  const counts = { all, done: 0, failed: 0, unknown: 0, skipped, cancelled: 0 };
  // Pending until the order has ended: then this entry says what came of it.
  const entry = { action: 'createResendOrder', outcome: 'pending', at } as const;
  const auditEntryId = await recordOrderAction(tx, actor, entry, { ...order, counts });
  await completeOrder(tx, id, { all, skipped }, auditEntryId);
}

function repeat(order: ResendOrder, digest: string): CreatedOrder {
  if (order.requestDigest !== digest)
    throw problem('idempotency-key-reused', {
      detail: 'This Idempotency-Key belongs to another order. Use a new key for a new order.',
    });
  return { outcome: 'repeated', order: presentResendOrder(order) };
}

import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { cursorsAround, decodeCursor } from '../http/page-cursor.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { OrderRequest } from './change-resend-order.ts';
import { noSuchOrder } from './refusals.ts';
import { presentResendOrder, type ResendOrder } from './resend-order.ts';
import { selectOrder, selectOrders } from './resend-orders.sql.ts';

type Schemas = components['schemas'];

const defaultLimit = 50;
const sort = 'ordered';

/** One page of the orders of an environment, newest first. Throws invalid-request for a foreign cursor. */
export async function listResendOrders(
  { db }: { db: Db },
  environment: EnvironmentName,
  { cursor: text, limit = defaultLimit }: { cursor?: string | undefined; limit?: number | undefined },
): Promise<Schemas['ResendOrderPage']> {
  const cursor = text === undefined ? null : decodeCursor(text, sort);
  const rows = await selectOrders(db, environment, { cursor, limit: limit + 1 });
  const nearest = rows.slice(0, limit);
  const found = cursor?.direction === 'previous' ? nearest.toReversed() : nearest;
  const around = { first: placeOf(found[0]), last: placeOf(found.at(-1)) };
  return {
    items: found.map(presentResendOrder),
    ...cursorsAround({ sort, cursor, hasMore: rows.length > limit }, around),
  };
}

/** Our clock counts milliseconds, a cursor microseconds. */
const placeOf = (order: ResendOrder | undefined) => order && { key: order.createdAt.getTime() * 1_000, id: order.id };

/** One order. Throws not-found. */
export async function getResendOrder(deps: { db: Db }, request: OrderRequest): Promise<Schemas['ResendOrder']> {
  return presentResendOrder(await requireOrder(deps, request));
}

/** The order of that id in this environment. Throws not-found. */
export async function requireOrder({ db }: { db: Db }, { environment, id }: OrderRequest): Promise<ResendOrder> {
  const order = await selectOrder(db, environment, id);
  if (!order) throw noSuchOrder();
  return order;
}

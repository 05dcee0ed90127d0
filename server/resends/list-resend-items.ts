import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { cursorsAround, decodeCursor } from '../http/page-cursor.ts';
import type { OrderRequest } from './change-resend-order.ts';
import { requireOrder } from './list-resend-orders.ts';
import { type ItemRow, selectItems } from './resend-items.sql.ts';

type Schemas = components['schemas'];

const defaultLimit = 50;
const sort = 'number';

/** One page of an order's items, in the order of sending. Throws not-found, and invalid-request for a foreign cursor. */
export async function listResendItems(
  deps: { db: Db },
  {
    cursor: text,
    limit = defaultLimit,
    ...request
  }: OrderRequest & { cursor?: string | undefined; limit?: number | undefined },
): Promise<Schemas['ResendItemPage']> {
  const order = await requireOrder(deps, request);
  const cursor = text === undefined ? null : decodeCursor(text, sort);
  const direction = cursor?.direction ?? 'next';
  const rows = await selectItems(deps.db, order.id, { from: cursor?.key ?? 0, direction, limit: limit + 1 });
  const nearest = rows.slice(0, limit);
  const items = direction === 'next' ? nearest : nearest.toReversed();
  const around = { first: placeOf(items[0]), last: placeOf(items.at(-1)) };
  return {
    items: items.map(presentItem),
    ...cursorsAround({ sort, cursor, hasMore: rows.length > limit }, around),
  };
}

const placeOf = (row: ItemRow | undefined) => row && { key: row.number, id: String(row.number) };

function presentItem({ callbackId, at, ...item }: ItemRow): Schemas['ResendItem'] {
  return { ...item, callbackId: callbackId === null ? null : String(callbackId), at: at?.toISOString() ?? null };
}

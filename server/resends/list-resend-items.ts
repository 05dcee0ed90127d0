import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { decodeCursor, encodeCursor } from '../http/page-cursor.ts';
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
  const at = (to: 'next' | 'previous', row: ItemRow | undefined, isThere: boolean) =>
    row && isThere
      ? encodeCursor({ sort, direction: to, key: row.number, id: row.paymentId, includesRow: false })
      : null;
  const hasMore = rows.length > limit;
  return {
    items: items.map(presentItem),
    nextCursor: at('next', items.at(-1), direction === 'previous' || hasMore),
    previousCursor: at('previous', items[0], direction === 'next' ? cursor !== null : hasMore),
  };
}

function presentItem({ at, ...item }: ItemRow): Schemas['ResendItem'] {
  return { ...item, at: at?.toISOString() ?? null };
}

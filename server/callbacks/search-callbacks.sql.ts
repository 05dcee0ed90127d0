import { type Bind, bindTo } from '../db/bind-to.ts';
import type { Db } from '../db/db.ts';
import type { PageCursor } from '../http/page-cursor.ts';
import {
  arrivalOf,
  type CallbackConditions,
  conditionsOf,
  deliveredTo,
  hasFailed,
  verdict,
} from './callback-filter.sql.ts';
import type { CallbackFields } from './callback-row.ts';

export interface CallbackPage {
  cursor: PageCursor | null;
  limit: number;
}

export type FoundCallback = CallbackFields & { sortKey: number };

/** How many of the newest are looked at one by one before an index is asked for all that match (about 10 ms). */
const nearRows = 1_500;

/** Over all destinations. */
const deliveryState = `(select case when count(*) = 0 then 'none' when bool_or(${hasFailed}) then 'failing'
  when bool_or(state = 'waiting') then 'waiting' else 'delivered' end ${deliveredTo})`;

export const rowColumns = `callbacks.id, callbacks.provider, callbacks.received_at as "receivedAt", callbacks.kind,
  callbacks.payment_id as "paymentId", callbacks.reference, callbacks.status, callbacks.settlement,
  callbacks.provider_status as "providerStatus", callbacks.amount_idr as "amountIdr", callbacks.state,
  callbacks.parked_reason as "parkedReason", ${deliveryState} as delivery,
  ${verdict} as verdict`;

/** In no order. */
export async function selectRows(db: Db, ids: readonly number[]): Promise<CallbackFields[]> {
  const { rows } = await db.query<CallbackFields>(
    `select ${rowColumns} from callbacks where callbacks.id = any($1::bigint[])`,
    [ids],
  );
  return rows;
}

/** One page, with one row more than the limit where there is a next one; a page before the cursor comes nearest first. */
export async function selectPage(db: Db, search: CallbackConditions, page: CallbackPage): Promise<FoundCallback[]> {
  const { text, params } = pageStatement(search, page);
  return (await db.query<FoundCallback>(text, params)).rows;
}

/**
 * Looks at the newest first, where what is common fills the page at once. Only when it does not, the indexes give all that
 * match, which are then sorted: walking on could pass a million callbacks before the first of them. `far` is materialised, and
 * its conditions that count are evaluated before any of it is read (as in server/payments/search-payments.sql.ts).
 */
export function pageStatement(search: CallbackConditions, page: CallbackPage): { text: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = bindTo(params);
  const direction = page.cursor?.direction === 'previous' ? 'asc' : 'desc';
  const order = (table: string) => `order by ${table}.received_at ${direction}, ${table}.id ${direction}`;
  const scope = scopeOf(search, page.cursor, direction, bind);
  const matches = conditionsOf(search, bind, { isNear: true });
  const limit = bind(page.limit + 1);
  const near = search.providers.map(
    (
      provider,
    ) => `(select callbacks.id, callbacks.received_at${matches.length > 0 ? `, (${matches.join(' and ')}) as matches` : ''}
      from callbacks where ${[...scope, `callbacks.provider = ${bind(provider)}`].join(' and ')}
      ${order('callbacks')} limit ${matches.length > 0 ? nearRows : limit})`,
  );
  const found =
    matches.length === 0
      ? `with found as materialized (${near.join(' union all ')})`
      : `with near as materialized (${near.join(' union all ')}),
        newest as materialized (select * from near ${order('near')} limit ${nearRows}),
        near_matches as materialized (select id, received_at from newest where matches ${order('newest')} limit ${limit}),
        far as materialized (
          select callbacks.id, callbacks.received_at from callbacks
          where ${[...scope, `callbacks.provider = any(${bind(search.providers)}::text[])`, ...conditionsOf(search, bind, { isNear: false })].join(' and ')}
            and (select count(*) from newest) = ${nearRows} and (select count(*) from near_matches) < ${limit}::bigint),
        found as materialized (
          select id from near_matches union select id from (select * from far ${order('far')} limit ${limit}) as far)`;
  const sortKey = `(extract(epoch from callbacks.received_at) * 1000000)::bigint as "sortKey"`;
  const text = `${found} select ${rowColumns}, ${sortKey} from callbacks
    where callbacks.id in (select id from found) ${order('callbacks')} limit ${limit}`;
  return { text, params };
}

/** What the index of arrival is walked by. */
function scopeOf(
  search: CallbackConditions,
  cursor: PageCursor | null,
  direction: 'asc' | 'desc',
  bind: Bind,
): string[] {
  const arrival = arrivalOf(search, bind);
  if (cursor === null) return arrival;
  const operator = `${direction === 'desc' ? '<' : '>'}${cursor.includesRow ? '=' : ''}`;
  const at = `timestamptz 'epoch' + ${bind(cursor.key)}::bigint * interval '1 microsecond'`;
  return [...arrival, `(callbacks.received_at, callbacks.id) ${operator} (${at}, ${bind(cursor.id)}::bigint)`];
}

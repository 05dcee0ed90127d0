import { type Bind, bindTo } from '../db/bind-to.ts';
import type { PageCursor } from '../http/page-cursor.ts';
import { allOf, type Conditions, conditionsOf, isListed, type Listed } from './filter.sql.ts';
import type { RowFields } from './present-payment.ts';
import type { PaymentFilter, Sort } from './search.ts';

/** What a row of a table shows, and the row's place in the sort order (rupiah, or microseconds since 1970). */
export type FoundRow = RowFields & { sortKey: number };

const rowColumns = `payments.id, payments.kind, payments.provider, payments.reference, payments.status, payments.late, payments.settlement,
  payments.amount_idr as "amountIdr", payments.paid_amount_idr as "paidAmountIdr", payments.customer_name as "customerName",
  payments.description, payments.method, payments.channel, payments.created_at as "createdAt",
  payments.expires_at as "expiresAt", payments.settles_at as "settlesAt", payments.settled_at as "settledAt",
  payments.simulated_at as "simulatedAt", payments.called_back_at as "calledBackAt",
  payments.contradicted_at as "contradictedAt", payments.claimed_at as "claimedAt", payments.version`;

/** How many rows beside the sort order's index are looked at before an index of the words or days is asked (about 2 ms a kind). */
const nearRows = 3_000;

export interface PageOfSearch {
  sort: Sort;
  cursor: PageCursor | null;
  limit: number;
}

/**
 * The statement of one page, with one row more than the limit where there is a next page; a page before the cursor comes
 * out nearest first, that is backwards. Reads without locks.
 */
export function pageStatement(
  filter: PaymentFilter,
  page: PageOfSearch,
  now: Date,
): { text: string; params: unknown[] } {
  const params: unknown[] = [];
  const bind = bindTo(params);
  const conditions = conditionsOf(filter, now, bind);
  const order = orderOf(page);
  if (page.cursor) conditions.scope.push(placeOf(page.cursor, order, bind));
  const limit = bind(page.limit + 1);
  const text =
    conditions.needsTrigrams || conditions.sparse.length > 0
      ? nearThenFar(conditions, order, limit, bind)
      : inOrder(conditions, order, limit, bind);
  return { text, params };
}

interface OrderBy {
  column: 'created_at' | 'amount_idr';
  direction: 'asc' | 'desc';
  sortKey: string;
}

function orderOf({ sort, cursor }: PageOfSearch): OrderBy {
  const isDescending = sort.startsWith('-') !== (cursor?.direction === 'previous');
  const direction = isDescending ? 'desc' : 'asc';
  return sort.endsWith('amount')
    ? { column: 'amount_idr', direction, sortKey: 'payments.amount_idr' }
    : { column: 'created_at', direction, sortKey: '(extract(epoch from payments.created_at) * 1000000)::bigint' };
}

const orderBy = ({ column, direction }: OrderBy, table: string): string =>
  `order by ${table}.${column} ${direction}, ${table}.id ${direction}`;

/** Rows at equal keys are told apart by their id, so that rows which are inserted meanwhile move no page. */
function placeOf({ key, id, includesRow }: PageCursor, { column, direction }: OrderBy, bind: Bind): string {
  const place = bind(key);
  const value =
    column === 'amount_idr' ? `${place}::bigint` : `timestamptz 'epoch' + ${place}::bigint * interval '1 microsecond'`;
  const operator = `${direction === 'desc' ? '<' : '>'}${includesRow ? '=' : ''}`;
  return `(payments.${column}, payments.id) ${operator} (${value}, ${bind(id)})`;
}

/**
 * Walks the index of the sort order, of each kind by itself. Of several values in a list each is walked by itself too and
 * the nearest rows of all are merged: the index of a value gives its rows sorted, while a common walk may pass a million
 * rows before a rare one.
 */
function inOrder(conditions: Conditions, order: OrderBy, limit: string, bind: Bind): string {
  const { scope, kinds, listed, words } = conditions;
  const several = listed.find(({ values }) => values.length > 1);
  const others = listed.filter((one) => one !== several).map((one) => isListed(one, bind));
  const arms = onePerValue(kinds, bind).flatMap((kind) =>
    (several ? onePerValue(several, bind) : ['true']).map(
      (value) => `select ${rowColumns}, ${order.sortKey} as "sortKey" from payments
        where ${[...scope, kind, value, ...others, ...words].join(' and ')} ${orderBy(order, 'payments')} limit ${limit}`,
    ),
  );
  return nearestOf(
    arms,
    `order by payments."sortKey" ${order.direction}, payments.id ${order.direction} limit ${limit}`,
  );
}

const onePerValue = ({ column, values }: Listed, bind: Bind): string[] =>
  values.map((value) => isListed({ column, values: [value] }, bind));

/** Merges arms of which each is sorted and limited. */
function nearestOf(arms: string[], orderAndLimit: string): string {
  const [first = '', ...others] = arms;
  if (others.length === 0) return first;
  return `select * from (${arms.map((arm) => `(${arm})`).join(' union all ')}) as payments ${orderAndLimit}`;
}

/**
 * Looks at the first rows of the sort order, where a common word or a long range of days fills the page at once. Only when
 * it does not, the index of the words or days gives all rows with them, which are then sorted: walking on could pass a
 * million rows before the first of them (seconds), which no plan can foresee. `far` is materialised without a limit, so that
 * the planner can't turn it into that walk, and its `select count(*)` conditions are evaluated once, before any of it is read.
 */
function nearThenFar(conditions: Conditions, order: OrderBy, limit: string, bind: Bind): string {
  const { scope, kinds, listed, sparse, words } = conditions;
  const matches = [...listed.map((one) => isListed(one, bind)), ...sparse, ...words].join(' and ');
  const columns = `payments.id, payments.${order.column}`;
  const nearestFirst = `${orderBy(order, 'payments')} limit ${nearRows}`;
  const near = onePerValue(kinds, bind).map(
    (kind) => `select ${columns}, (${matches}) as matches from payments
      where ${[...scope, kind].join(' and ')} ${nearestFirst}`,
  );
  return `with near as materialized (${nearestOf(near, nearestFirst)}),
    near_matches as materialized (
      select id, ${order.column} from near where matches ${orderBy(order, 'near')} limit ${limit}),
    far as materialized (
      select ${columns} from payments where ${allOf(conditions, bind)}
        and (select count(*) from near) = ${nearRows} and (select count(*) from near_matches) < ${limit}::bigint),
    far_matches as materialized (
      select id from far ${orderBy(order, 'far')} limit ${limit})
    select ${rowColumns}, ${order.sortKey} as "sortKey" from payments
    where payments.id in (select id from near_matches union select id from far_matches)
    ${orderBy(order, 'payments')} limit ${limit}`;
}

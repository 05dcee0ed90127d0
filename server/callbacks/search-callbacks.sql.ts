import type { Db } from '../db/db.ts';
import type { PageCursor } from '../http/page-cursor.ts';
import type { EnvironmentName, ProviderName } from '../payments/statement.ts';
import type { CallbackFields } from './callback-row.ts';

/** Which callbacks: all of an environment, narrowed by what is given. Lists are not empty. */
export interface CallbackConditions {
  environment: EnvironmentName;
  providers: readonly ProviderName[];
  receivedFrom: Date | null;
  /** Not included. */
  receivedBefore: Date | null;
  paymentId: string | null;
  kinds: readonly string[] | null;
  says: readonly string[] | null;
  verdicts: readonly string[] | null;
  states: readonly string[] | null;
  deliveries: readonly CallbackFields['delivery'][] | null;
  words: readonly WordCondition[];
}

/** One word of the search: substrings of the search text, in lower case, one of which is to be found. */
export interface WordCondition {
  anyOf: readonly string[];
  /** Only in the names of the payment, not in the rest of the body. */
  inNamesOnly: boolean;
}

export interface CallbackPage {
  cursor: PageCursor | null;
  limit: number;
}

export type FoundCallback = CallbackFields & { sortKey: number };

/** How many of the newest are looked at one by one before an index is asked for all that match (about 10 ms). */
const nearRows = 1_500;

type Bind = (value: unknown) => string;

const hasFailed = `deliveries.state = 'given_up' or (deliveries.state = 'waiting' and deliveries.tries > 0)`;
const deliveredTo = `from deliveries where deliveries.callback_id = callbacks.id`;
/** Over all destinations. */
const deliveryState = `(select case when count(*) = 0 then 'none' when bool_or(${hasFailed}) then 'failing'
  when bool_or(state = 'waiting') then 'waiting' else 'delivered' end ${deliveredTo})`;
/** The same, written so that the few which are not delivered are found by their index. */
const deliveryConditions: Record<CallbackFields['delivery'], string> = {
  none: `not exists (select 1 ${deliveredTo})`,
  failing: `callbacks.id in (select callback_id from deliveries where state <> 'delivered' and (${hasFailed}))`,
  waiting: `(callbacks.id in (select callback_id from deliveries where state <> 'delivered')
    and callbacks.id not in (select callback_id from deliveries where state <> 'delivered' and (${hasFailed})))`,
  delivered: `(exists (select 1 ${deliveredTo})
    and callbacks.id not in (select callback_id from deliveries where state <> 'delivered'))`,
};

const verdict = `(select verdict from observations where observations.callback_id = callbacks.id limit 1)`;

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
  const bind: Bind = (value) => `$${params.push(value)}`;
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
  const { environment, receivedFrom, receivedBefore } = search;
  const scope = [`callbacks.environment = ${bind(environment)}`];
  if (receivedFrom) scope.push(`callbacks.received_at >= ${bind(receivedFrom)}::timestamptz`);
  if (receivedBefore) scope.push(`callbacks.received_at < ${bind(receivedBefore)}::timestamptz`);
  if (cursor) {
    const operator = `${direction === 'desc' ? '<' : '>'}${cursor.includesRow ? '=' : ''}`;
    const at = `timestamptz 'epoch' + ${bind(cursor.key)}::bigint * interval '1 microsecond'`;
    scope.push(`(callbacks.received_at, callbacks.id) ${operator} (${at}, ${bind(cursor.id)}::bigint)`);
  }
  return scope;
}

/** Near, each callback is looked at by itself; far, what few have is asked for as a whole, so that its index gives them. */
function conditionsOf(search: CallbackConditions, bind: Bind, { isNear }: { isNear: boolean }): string[] {
  const { paymentId, kinds, says, verdicts, states, deliveries, words } = search;
  const isOneOf = (column: string, values: readonly string[] | null) =>
    values === null ? [] : [`callbacks.${column} = any(${bind(values)}::text[])`];
  return [
    ...(paymentId === null ? [] : [`callbacks.payment_id = ${bind(paymentId)}`]),
    ...isOneOf('kind', kinds),
    ...(says === null ? [] : saysConditions(says, bind)),
    ...isOneOf('state', states),
    ...(verdicts === null
      ? []
      : [
          isNear
            ? `${verdict} = any(${bind(verdicts)}::text[])`
            : `callbacks.id in (select callback_id from observations where callback_id is not null
                and observations.verdict = any(${bind(verdicts)}::text[]))`,
        ]),
    ...(deliveries === null ? [] : [`(${deliveries.map((state) => deliveryConditions[state]).join(' or ')})`]),
    ...words.map((word) => wordCondition(word, bind)),
  ];
}

/** By the index of statuses, to which settled is paid; then by the settlement, where only one of the two is asked for. */
function saysConditions(says: readonly string[], bind: Bind): string[] {
  const statuses = new Set(says.map((said) => (said === 'settled' ? 'paid' : said)));
  const isStated = `callbacks.status = any(${bind([...statuses])}::text[])`;
  if (says.includes('settled') === says.includes('paid')) return [isStated];
  const isSettled = `callbacks.settlement is not distinct from 'settled'`;
  return [isStated, says.includes('settled') ? `(callbacks.status <> 'paid' or ${isSettled})` : `not (${isSettled})`];
}

function wordCondition({ anyOf, inNamesOnly }: WordCondition, bind: Bind): string {
  const alternatives = anyOf.map((text) => {
    const pattern = bind(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    const inText = `callbacks.search_text like ${pattern}`;
    const names = `lower(concat_ws(' ', callbacks.payment_id, callbacks.reference, callbacks.provider_payment_id))`;
    return inNamesOnly ? `(${inText} and ${names} like ${pattern})` : inText;
  });
  return `(${alternatives.join(' or ')})`;
}

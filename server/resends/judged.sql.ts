import { type Bind, bindTo } from '../db/bind-to.ts';
import type { Db } from '../db/db.ts';
import { contradictedCallbacks } from '../destinations/contradicted-callbacks.ts';
import type { Reason, ResendClass } from './resendable.ts';

/** What a filter found, as a part of a statement: a select of whole rows, and its parameters. */
export interface Found {
  of: 'payments' | 'callbacks';
  text: string;
  params: unknown[];
}

/** What decides about each of them: the provider's rule as data, for payments alone, or the destination that they are sent to. */
export type Judge =
  | { via: 'provider'; classes: readonly object[] }
  | {
      via: 'destination';
      destinationId: string;
      providers: ResendClass['provider'][] | null;
      kinds: ResendClass['kind'][] | null;
    };

/**
 * `payment_id`, `callback_id` and `order_key` (null: the latest of the payment), `since` (by which payments are sorted; callbacks
 * go by their ids), and the `reason` why it cannot be sent again, null where it can. Adds its parameters to those of `found`.
 */
function judged(found: Found, judge: Judge): string {
  const bind = bindTo(found.params);
  if (judge.via === 'provider') return judgedByProvider(found, judge.classes, bind);
  return found.of === 'callbacks' ? judgedCallbacks(found, judge, bind) : judgedLatest(found, judge, bind);
}

function judgedByProvider(found: Found, classes: readonly object[], bind: Bind): string {
  return `select found.id as payment_id, null::bigint as callback_id, null as order_key, found.created_at as since, class.reason
    from (${found.text}) as found
    join jsonb_to_recordset(${bind(classes)}::jsonb)
      as class (provider text, kind text, status text, failure text, reason text)
      on class.provider = found.provider and class.kind = found.kind and class.status = found.status
        and class.failure = coalesce(found.failure_code, '')`;
}

type ToDestination = Judge & { via: 'destination' };

function judgedLatest(found: Found, judge: ToDestination, bind: Bind): string {
  const heard = `select 1 from callbacks where callbacks.payment_id = found.id`;
  return `select found.id as payment_id, null::bigint as callback_id, null as order_key, found.created_at as since, case
      when ${isNotWanted('found', judge, bind)} then 'not_wanted'
      when not exists (${heard}) then 'no_callback_yet'
      when not exists (${heard} and not ${contradictedCallbacks()}) then 'contradicts'
      when exists (${unfinishedAt(judge, bind)} and deliveries.order_key = ${keyOfPayment('found')}) then 'being_delivered'
      end as reason from (${found.text}) as found`;
}

function judgedCallbacks(found: Found, judge: ToDestination, bind: Bind): string {
  const unfinished = unfinishedAt(judge, bind);
  return `select callbacks.payment_id, callbacks.id as callback_id, ${keyOfCallback} as order_key, null as since, case
      when ${isNotWanted('callbacks', judge, bind)} then 'not_wanted'
      when ${contradictedCallbacks()} then 'contradicts'
      when callbacks.state = 'received' or exists (${unfinished} and deliveries.callback_id = callbacks.id) then 'being_delivered'
      when exists (${unfinished} and deliveries.order_key = ${keyOfCallback} and deliveries.state = 'waiting'
        and deliveries.callback_id < callbacks.id) then 'earlier_waits'
      end as reason from (${found.text}) as callbacks left join payments on payments.id = callbacks.payment_id`;
}

/** As server/destinations/order-key.ts makes them. */
const keyOfPayment = (row: string) => `(${row}.provider || ':' || ${row}.kind || ':' || lower(${row}.reference))`;
const keyOfCallback = `coalesce(${keyOfPayment('payments')}, callbacks.provider || ':' || callbacks.kind || ':'
  || lower(coalesce(callbacks.reference, callbacks.provider_payment_id)), 'callback:' || callbacks.id)`;

/** What nobody could read is of no kind: it goes to destinations that take every kind. */
function isNotWanted(row: string, { providers, kinds }: ToDestination, bind: Bind): string {
  const isWanted = (column: string, wanted: string) =>
    `(${wanted}::text[] is null or coalesce(${row}.${column} = any(${wanted}::text[]), false))`;
  return `not (${isWanted('provider', bind(providers))} and ${isWanted('kind', bind(kinds))})`;
}

/** What the destination has that is not over. */
function unfinishedAt({ destinationId }: ToDestination, bind: Bind): string {
  return `select 1 from deliveries where destination_id = ${bind(destinationId)}
    and (deliveries.state = 'waiting' or deliveries.resending_by is not null)`;
}

/** How many there are by each reason, null for those that can be sent. */
export async function countJudged(
  db: Db,
  found: Found,
  judge: Judge,
): Promise<{ reason: Reason | null; count: number }[]> {
  const { rows } = await db.query<{ reason: Reason | null; count: number }>(
    `select reason, count(*) as count from (${judged(found, judge)}) as judged group by reason order by reason`,
    found.params,
  );
  return rows;
}

/**
 * Fixes the items of an order, with one statement: first those that can be sent, the oldest first, then the others with their
 * reason. At most `limit`. Resolves to how many there are, and how many of them can't be sent.
 */
export async function insertItems(
  tx: Db,
  orderId: string,
  { found, judge, at, limit }: { found: Found; judge: Judge; at: Date; limit: number },
): Promise<{ all: number; skipped: number }> {
  const items = judged(found, judge);
  const bind = bindTo(found.params);
  const { rows } = await tx.query<{ all: number; skipped: number }>(
    `with numbered as (
       select payment_id, callback_id, order_key, reason,
         row_number() over (order by reason is not null, since, callback_id, payment_id) as number from (${items}) as judged
       limit ${bind(limit)}),
     inserted as (
       insert into resend_items (order_id, number, payment_id, callback_id, order_key, outcome, detail, at)
       select ${bind(orderId)}, number, payment_id, callback_id, order_key, case when reason is null then 'waiting' else 'skipped' end, reason,
         case when reason is null then null else ${bind(at)}::timestamptz end from numbered
       returning outcome)
     select count(*) as all, count(*) filter (where outcome = 'skipped') as skipped from inserted`,
    found.params,
  );
  return rows[0] ?? { all: 0, skipped: 0 };
}

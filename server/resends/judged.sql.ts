import type { Db } from '../db/db.ts';
import { deniedCallbacks } from '../destinations/denied-callbacks.ts';
import type { Reason, ResendClass } from './resendable.ts';

/** Payments of a search, as a part of a statement: a select of whole rows, and its parameters. */
export interface Found {
  text: string;
  params: unknown[];
}

/** What decides about each of them: the provider's rule as data, or the destination that they are sent to. */
export type Judge =
  | { via: 'provider'; classes: readonly object[] }
  | {
      via: 'destination';
      destinationId: string;
      providers: ResendClass['provider'][] | null;
      kinds: ResendClass['kind'][] | null;
    };

/** Id, time of creation, and why each cannot be sent again (null where it can). Adds its parameters to those of `found`. */
function judged(found: Found, judge: Judge): string {
  const bind = (value: unknown) => `$${found.params.push(value)}`;
  if (judge.via === 'provider')
    return `select found.id, found.created_at, class.reason from (${found.text}) as found
      join jsonb_to_recordset(${bind(judge.classes)}::jsonb)
        as class (provider text, kind text, status text, failure text, reason text)
        on class.provider = found.provider and class.kind = found.kind and class.status = found.status
          and class.failure = coalesce(found.failure_code, '')`;
  const providers = bind(judge.providers);
  const kinds = bind(judge.kinds);
  return `select found.id, found.created_at, case
      when not (${providers}::text[] is null or found.provider = any(${providers}::text[]))
        or not (${kinds}::text[] is null or found.kind = any(${kinds}::text[])) then 'not_wanted'
      when not exists (select 1 from callbacks where callbacks.payment_id = found.id and not ${deniedCallbacks()})
        then 'no_callback_yet'
      when exists (select 1 from deliveries where destination_id = ${bind(judge.destinationId)}
        and order_key = found.provider || ':' || found.kind || ':' || lower(found.reference)
        and (state = 'waiting' or resending_by is not null)) then 'being_delivered'
      end as reason from (${found.text}) as found`;
}

/** How many payments there are by each reason, null for those that can be sent. */
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
 * Fixes the items of an order, with one statement: first those that can be sent, the oldest payment first, then the others
 * with their reason. At most `limit`. Resolves to how many there are, and how many of them can't be sent.
 */
export async function insertItems(
  tx: Db,
  orderId: string,
  { found, judge, at, limit }: { found: Found; judge: Judge; at: Date; limit: number },
): Promise<{ all: number; skipped: number }> {
  const items = judged(found, judge);
  const bind = (value: unknown) => `$${found.params.push(value)}`;
  const { rows } = await tx.query<{ all: number; skipped: number }>(
    `with numbered as (
       select id, reason, row_number() over (order by reason is not null, created_at, id) as number from (${items}) as judged
       limit ${bind(limit)}),
     inserted as (
       insert into resend_items (order_id, number, payment_id, outcome, detail, at)
       select ${bind(orderId)}, number, id, case when reason is null then 'waiting' else 'skipped' end, reason,
         case when reason is null then null else ${bind(at)}::timestamptz end from numbered
       returning outcome)
     select count(*) as all, count(*) filter (where outcome = 'skipped') as skipped from inserted`,
    found.params,
  );
  return rows[0] ?? { all: 0, skipped: 0 };
}

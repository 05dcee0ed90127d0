import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';

type Schemas = components['schemas'];

/** What was paid on one WIB day by one kind, provider and method. */
export type PaidRow = Pick<Schemas['PaidGroup'], 'kind' | 'provider' | 'method' | 'count' | 'amountIdr'> & {
  day: string;
};

/** Has every statement of the transaction see the same state of the ledger; the first statement in it. */
export function takeSnapshot(tx: Db): Promise<void> {
  return tx.exec('set transaction isolation level repeatable read, read only');
}

/** Day of a column of instants in WIB, which has no summer time; written so that it needs no table of time zones. */
const dayInWib = (column: string) => `((${column} at time zone 'UTC') + interval '7 hours')::date`;

export interface PaidRange {
  from: Date;
  before: Date;
  /** Left out of it, first instant included. */
  gap: { from: Date; before: Date };
}

/** Counts and rupiah of what counts as paid in the range, by the index payments_paid. What was paid is not always known (open amounts). */
export async function sumPaid(
  db: Db,
  environment: EnvironmentName,
  { from, before, gap }: PaidRange,
): Promise<PaidRow[]> {
  const { rows } = await db.query<PaidRow>(
    `select ${dayInWib('counts_at')} as day, kind, provider, method, count(*) as count,
       coalesce(sum(paid_amount_idr), 0)::bigint as "amountIdr"
     from payments where environment = $1 and counts_at >= $2 and counts_at < $3
       and not (counts_at >= $4 and counts_at < $5)
     group by 1, 2, 3, 4`,
    [environment, from, before, gap.from, gap.before],
  );
  return rows;
}

/** What waits for settlement, by the day on which the provider expects it; last what has no such day. By the index payments_waiting. */
export async function sumWaiting(db: Db, environment: EnvironmentName): Promise<Schemas['ExpectedSettlement'][]> {
  const { rows } = await db.query<Schemas['ExpectedSettlement']>(
    `select ${dayInWib('settles_at')} as day, count(*) as count, coalesce(sum(paid_amount_idr), 0)::bigint as "amountIdr"
     from payments where environment = $1 and settlement = 'waiting' group by 1 order by 1 nulls last`,
    [environment],
  );
  return rows;
}

/** The payments that changed last, newest first, by the index payments_changed. */
export async function selectLatelyChanged(db: Db, environment: EnvironmentName, limit: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from payments where environment = $1 order by updated_at desc, id desc limit $2`,
    [environment, limit],
  );
  return rows.map(({ id }) => id);
}

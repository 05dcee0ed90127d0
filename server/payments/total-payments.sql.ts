import { bindTo } from '../db/bind-to.ts';
import type { Db } from '../db/db.ts';
import { allOf, conditionsOf } from './filter.sql.ts';
import type { PaymentFilter } from './search.ts';

export interface FoundTotals {
  count: number;
  paidCount: number;
  paidAmountIdr: number;
}

/** Counts and sums in one pass over the same rows, of which at most `limit` are read, in no order. */
export async function sumFound(db: Db, filter: PaymentFilter, now: Date, limit: number): Promise<FoundTotals> {
  const params: unknown[] = [];
  const bind = bindTo(params);
  const conditions = allOf(conditionsOf(filter, now, bind), bind);
  const { rows } = await db.query<FoundTotals>(
    `select count(*) as count, count(*) filter (where status = 'paid') as "paidCount",
       coalesce(sum(paid_amount_idr), 0)::bigint as "paidAmountIdr"
     from (select status, paid_amount_idr from payments where ${conditions} limit ${bind(limit)}) as found`,
    params,
  );
  return rows[0] ?? { count: 0, paidCount: 0, paidAmountIdr: 0 };
}

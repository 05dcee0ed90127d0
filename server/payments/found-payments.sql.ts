import { bindTo } from '../db/bind-to.ts';
import { allOf, conditionsOf } from './filter.sql.ts';
import type { PaymentFilter } from './search.ts';

/** Whole rows, in no order. */
export function foundStatement(filter: PaymentFilter, now: Date, params: unknown[]): string {
  const bind = bindTo(params);
  return `select payments.* from payments where ${allOf(conditionsOf(filter, now, bind), bind)}`;
}

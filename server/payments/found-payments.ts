import { foundStatement } from './found-payments.sql.ts';
import type { PaymentFilter } from './search.ts';

/**
 * All payments that a search finds, not one page of them, as a part of another room's statement, in which
 * it stands in brackets as a table. Its parameters are added to `params`. Throws invalid-request for a day that no calendar has.
 */
export function foundPayments(filter: PaymentFilter, now: Date, params: unknown[]): string {
  return foundStatement(filter, now, params);
}

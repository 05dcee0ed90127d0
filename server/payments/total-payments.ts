import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { PaymentFilter } from './search.ts';
import { sumFound } from './total-payments.sql.ts';

/** Counting a million rows takes a tenth of a second; nobody reads more of it than "many". */
const countedRows = 10_000;

/** How many payments a search finds and how much of them is paid (rupiah); beyond 10,000 only that there are more. */
export async function totalPayments(
  db: Db,
  filter: PaymentFilter,
  now: Date,
): Promise<components['schemas']['PaymentTotals']> {
  const found = await sumFound(db, filter, now, countedRows + 1);
  return found.count > countedRows
    ? { count: countedRows, countIsExact: false, paidCount: null, paidAmountIdr: null }
    : { ...found, countIsExact: true };
}

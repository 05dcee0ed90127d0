import type { PaymentFilters, PaymentSearch } from '../../api/keys.ts';
import type { PaymentPage, PaymentRow } from '../../api/payments.ts';
import { dayOf } from '../../format/time.ts';

function isAmong<Value>(chosen: readonly Value[] | undefined, value: Value | null): boolean {
  return chosen === undefined || (value !== null && chosen.includes(value));
}

function matches(row: PaymentRow, filters: PaymentFilters): boolean {
  const day = dayOf(row.createdAt);
  return (
    isAmong(filters.kind, row.kind) &&
    isAmong(filters.status, row.status) &&
    isAmong(filters.settlement, row.settlement) &&
    isAmong(filters.provider, row.provider) &&
    isAmong(filters.method, row.method) &&
    (filters.createdFrom === undefined || day >= filters.createdFrom) &&
    (filters.createdTo === undefined || day <= filters.createdTo)
  );
}

/** Filters whose matches only the server knows: a row does not tell. */
const untold = ['q', 'paidFrom', 'paidTo', 'settlesFrom', 'settlesTo', 'missing', 'attention'] as const;

/**
 * How many payments that were heard of live would stand above the rows of this page. Only the first page, newest first,
 * can tell; and only where the rows themselves tell whether they match.
 */
export function countArrived(
  heard: Iterable<PaymentRow>,
  page: PaymentPage | undefined,
  search: PaymentSearch,
): number {
  if (!page || page.previousCursor !== null || search.sort !== undefined) return 0;
  if (untold.some((name) => search[name] !== undefined)) return 0;
  const newestAt = page.items[0]?.createdAt ?? '';
  const shown = new Set(page.items.map(({ id }) => id));
  return [...heard].filter((row) => row.createdAt > newestAt && !shown.has(row.id) && matches(row, search)).length;
}

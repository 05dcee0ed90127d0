import type { CallbackPage, CallbackRow } from '../../../api/callbacks.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import { dayOf } from '../../../format/time.ts';

function isAmong<Value>(chosen: readonly Value[] | undefined, value: Value | null): boolean {
  return chosen === undefined || (value !== null && chosen.includes(value));
}

function matches(row: CallbackRow, search: CallbackSearch): boolean {
  const day = dayOf(row.receivedAt);
  return (
    isAmong(search.provider, row.provider) &&
    isAmong(search.kind, row.kind) &&
    isAmong(search.says, row.status) &&
    isAmong(search.verdict, row.verdict) &&
    isAmong(search.state, row.state) &&
    isAmong(search.delivery, row.delivery) &&
    (search.receivedFrom === undefined || day >= search.receivedFrom) &&
    (search.receivedTo === undefined || day <= search.receivedTo) &&
    (search.paymentId === undefined || search.paymentId === row.paymentId)
  );
}

/**
 * How many callbacks that were heard of live would stand above the rows of this page. Only the first page can tell, and
 * only where the rows themselves tell whether they match: what a body holds, they do not.
 */
export function countArrived(
  heard: Iterable<CallbackRow>,
  page: CallbackPage | undefined,
  search: CallbackSearch,
): number {
  if (!page || page.previousCursor !== null || search.q !== undefined) return 0;
  const newestAt = page.items[0]?.receivedAt ?? '';
  const shown = new Set(page.items.map(({ id }) => id));
  return [...heard].filter((row) => row.receivedAt >= newestAt && !shown.has(row.id) && matches(row, search)).length;
}

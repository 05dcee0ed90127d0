import type { CallbackPage, CallbackRow } from '../../../api/callbacks.ts';
import type { CallbackSearch } from '../../../api/keys.ts';
import type { HeardCallback } from '../../../app/live-provider.tsx';
import { dayOf } from '../../../format/time.ts';

function isAmong<Value>(chosen: readonly Value[] | undefined, value: Value | null): boolean {
  return chosen === undefined || (value !== null && chosen.includes(value));
}

function matches(row: CallbackRow, search: CallbackSearch): boolean {
  const day = dayOf(row.receivedAt);
  return (
    isAmong(search.provider, row.provider) &&
    isAmong(search.kind, row.kind) &&
    isAmong(search.says, row.settlement === 'settled' ? 'settled' : row.status) &&
    isAmong(search.verdict, row.verdict) &&
    isAmong(search.state, row.state) &&
    (search.destinationId !== undefined || isAmong(search.delivery, row.delivery)) &&
    (search.receivedFrom === undefined || day >= search.receivedFrom) &&
    (search.receivedTo === undefined || day <= search.receivedTo) &&
    (search.paymentId === undefined || search.paymentId === row.paymentId)
  );
}

/** Whether a row alone does not tell that it matches: what its body holds, or how far it got at one destination. */
export const mayMatchOnly = ({ q, destinationId }: CallbackSearch): boolean =>
  q !== undefined || destinationId !== undefined;

/**
 * How many callbacks that were heard of live belong among the rows of this page and are not there: they arrived after it was
 * read, or came to match later than they arrived (failing, parked). Only the first page can tell. What a row does not tell
 * (`mayMatchOnly`) may match: then it is how many may have come to match since the page was read at `readAt` (ms).
 */
export function countArrived(
  heard: Iterable<HeardCallback>,
  page: CallbackPage | undefined,
  search: CallbackSearch,
  readAt: number,
): number {
  if (!page || page.previousCursor !== null) return 0;
  // What lies beyond the last row is perhaps on the next page.
  const oldestAt = page.nextCursor === null ? '' : (page.items.at(-1)?.receivedAt ?? '');
  const shown = new Set(page.items.map(({ id }) => id));
  const isNew = (row: HeardCallback) => row.receivedAt > oldestAt && !shown.has(row.id) && matches(row, search);
  return [...heard].filter((row) => isNew(row) && (!mayMatchOnly(search) || row.heardAt > readAt)).length;
}

import type { LinkFilters, LinkSearch } from '../../api/keys.ts';
import type { LinkPage, LinkRow } from '../../api/links.ts';
import { dayOf } from '../../format/time.ts';

function isAmong<Value>(chosen: readonly Value[] | undefined, value: Value | null): boolean {
  return chosen === undefined || (value !== null && chosen.includes(value));
}

function matches(row: LinkRow, filters: LinkFilters): boolean {
  const day = dayOf(row.createdAt);
  return (
    isAmong(filters.status, row.status) &&
    isAmong(filters.settlement, row.settlement) &&
    isAmong(filters.provider, row.provider) &&
    isAmong(filters.method, row.method) &&
    (filters.createdFrom === undefined || day >= filters.createdFrom) &&
    (filters.createdTo === undefined || day <= filters.createdTo)
  );
}

/**
 * How many links that were heard of live would stand above the rows of this page. Only the first page, newest first,
 * can tell; and with words in the search only the server knows what matches, so that nothing is counted then.
 */
export function countArrived(heard: Iterable<LinkRow>, page: LinkPage | undefined, search: LinkSearch): number {
  if (!page || page.previousCursor !== null || search.sort !== undefined || search.q !== undefined) return 0;
  const newestAt = page.items[0]?.createdAt ?? '';
  const shown = new Set(page.items.map(({ id }) => id));
  return [...heard].filter((row) => row.createdAt > newestAt && !shown.has(row.id) && matches(row, search)).length;
}

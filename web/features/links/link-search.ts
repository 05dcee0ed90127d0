import type { LinkFilters, LinkSearch } from '../../api/keys.ts';

/** The values each filter can have, in the order in which they are shown and written. */
export const filterValues = {
  status: ['creating', 'open', 'awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed'],
  settlement: ['none', 'waiting', 'settled'],
  provider: ['rem', 'fazz'],
  method: ['va', 'qris', 'ewallet', 'card', 'bank_transfer', 'retail_outlet'],
} as const satisfies {
  [Name in 'status' | 'settlement' | 'provider' | 'method']: readonly NonNullable<LinkFilters[Name]>[number][];
};

export type ListFilter = keyof typeof filterValues;
export const listFilters: readonly ListFilter[] = ['status', 'settlement', 'provider', 'method'];

export type LinkSort = NonNullable<LinkSearch['sort']>;
const sorts: readonly LinkSort[] = ['-createdAt', 'createdAt', '-amount', 'amount'];
export const DEFAULT_SORT: LinkSort = '-createdAt';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_Q = 200;

function readList<Value extends string>(
  params: URLSearchParams,
  name: string,
  known: readonly Value[],
): Value[] | undefined {
  const asked = (params.get(name) ?? '').split(',');
  const values = known.filter((value) => asked.includes(value));
  return values.length > 0 ? values : undefined;
}

/** What an address asks for. What it holds beyond the known names and values is passed over. */
export function readLinkSearch(params: URLSearchParams): LinkSearch {
  const text = (name: string, valid: (value: string) => boolean) => {
    const value = params.get(name) ?? '';
    return value !== '' && valid(value) ? value : undefined;
  };
  const sort = sorts.find((known) => known === params.get('sort'));
  return withoutEmpty({
    q: text('q', (value) => value.trim() !== '')?.slice(0, MOST_Q),
    status: readList(params, 'status', filterValues.status),
    settlement: readList(params, 'settlement', filterValues.settlement),
    provider: readList(params, 'provider', filterValues.provider),
    method: readList(params, 'method', filterValues.method),
    createdFrom: text('createdFrom', (value) => DAY.test(value)),
    createdTo: text('createdTo', (value) => DAY.test(value)),
    sort: sort === DEFAULT_SORT ? undefined : sort,
    cursor: text('cursor', (value) => value.length <= MOST_Q),
  });
}

/** The same as a query string: `?status=paid,open&sort=amount`; empty when nothing is asked. Commas stay readable. */
export function writeLinkSearch(search: LinkSearch): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

/** The filters alone, without page and order. */
export function filtersOf({ cursor, sort, limit, ...filters }: LinkSearch): LinkFilters {
  return filters;
}

/** Drops what is undefined, so that two searches that ask for the same are equal. */
export function withoutEmpty<Search extends LinkSearch>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}

/** The parts a person can drop; the days count as one. */
export type FilterPart = ListFilter | 'q' | 'created';

/** Which filters are set, in the order in which they are shown. */
export function activeParts(filters: LinkFilters): FilterPart[] {
  const parts: FilterPart[] = listFilters.filter((name) => filters[name] !== undefined);
  if (filters.createdFrom !== undefined || filters.createdTo !== undefined) parts.push('created');
  if (filters.q !== undefined) parts.push('q');
  return parts;
}

/** The change that drops one part. */
export function dropOf(part: FilterPart): Partial<LinkFilters> {
  return part === 'created' ? { createdFrom: undefined, createdTo: undefined } : { [part]: undefined };
}

import type { PaymentFilters, PaymentSearch } from '../../api/keys.ts';
import { readParams, withoutEmpty, writeParams } from '../../table/search-params.ts';

/** The values that each filter can have, in the order in which they are shown and written. */
export const filterValues = {
  kind: ['link', 'routing', 'one-time'],
  status: ['creating', 'open', 'awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed'],
  settlement: ['none', 'waiting', 'settled'],
  provider: ['rem', 'fazz'],
  method: ['va', 'qris', 'ewallet', 'card', 'bank_transfer', 'retail_outlet'],
  missing: ['method', 'settlesAt'],
} as const satisfies {
  [Name in 'kind' | 'status' | 'settlement' | 'provider' | 'method' | 'missing']: readonly NonNullable<
    PaymentFilters[Name]
  >[number][];
};
export const attentions = [
  'outcome_unknown',
  'contradicted',
  'unconfirmed',
  'callback_missing',
] as const satisfies readonly NonNullable<PaymentFilters['attention']>[];

export type ListFilter = keyof typeof filterValues;
const listFilters: readonly ListFilter[] = ['kind', 'status', 'settlement', 'provider', 'method', 'missing'];

/** Ranges of days: of creation, of payment, of expected settlement. */
export type DaysFilter = 'created' | 'paid' | 'settles';
export const daysFilters: readonly DaysFilter[] = ['created', 'paid', 'settles'];

export type PaymentSort = NonNullable<PaymentSearch['sort']>;
const sorts: readonly PaymentSort[] = ['-createdAt', 'createdAt', '-amount', 'amount'];
export const DEFAULT_SORT: PaymentSort = '-createdAt';

/** What an address asks for. What it holds beyond the known names and values is passed over. */
export function readPaymentSearch(params: URLSearchParams): PaymentSearch {
  const { words, token, day, list, one } = readParams(params);
  const sort = one('sort', sorts);
  return withoutEmpty({
    q: words('q'),
    kind: list('kind', filterValues.kind),
    status: list('status', filterValues.status),
    settlement: list('settlement', filterValues.settlement),
    provider: list('provider', filterValues.provider),
    method: list('method', filterValues.method),
    missing: list('missing', filterValues.missing),
    createdFrom: day('createdFrom'),
    createdTo: day('createdTo'),
    paidFrom: day('paidFrom'),
    paidTo: day('paidTo'),
    settlesFrom: day('settlesFrom'),
    settlesTo: day('settlesTo'),
    attention: one('attention', attentions),
    sort: sort === DEFAULT_SORT ? undefined : sort,
    cursor: token('cursor'),
  });
}

/** The same as a query string: `?status=paid,open&sort=amount`. */
export function writePaymentSearch(search: PaymentSearch): string {
  return writeParams(search);
}

/** The filters alone, without page and order. */
export function filtersOf({ cursor, sort, limit, ...filters }: PaymentSearch): PaymentFilters {
  return filters;
}

/** The parts a person can drop; a range of days counts as one. */
export type FilterPart = FilterChipPart | 'q';
/** Those that are shown as chips. */
export type FilterChipPart = ListFilter | DaysFilter | 'attention';

/** The first and the last day of a range that is asked for. */
export function daysOf(
  filters: PaymentFilters,
  name: DaysFilter,
): { from: string | undefined; to: string | undefined } {
  return { from: filters[`${name}From`], to: filters[`${name}To`] };
}

/** Which filters are set, in the order in which they are shown. */
export function activeParts(filters: PaymentFilters): FilterPart[] {
  const parts: FilterPart[] = listFilters.filter((name) => filters[name] !== undefined);
  for (const name of daysFilters) {
    const { from, to } = daysOf(filters, name);
    if (from !== undefined || to !== undefined) parts.push(name);
  }
  if (filters.attention !== undefined) parts.push('attention');
  if (filters.q !== undefined) parts.push('q');
  return parts;
}

/** The change that drops one part. */
export function dropOf(part: FilterPart): Partial<PaymentFilters> {
  if (part === 'created' || part === 'paid' || part === 'settles') {
    return { [`${part}From`]: undefined, [`${part}To`]: undefined };
  }
  return { [part]: undefined };
}

import type { CallbackFilters, CallbackSearch } from '../../api/keys.ts';
import { readParams, withoutEmpty } from '../../table/search-params.ts';

/** The values that each filter can have, in the order in which they are shown and written. */
export const filterValues = {
  provider: ['rem', 'fazz'],
  kind: ['link', 'routing', 'one-time'],
  says: ['open', 'awaiting_payment', 'processing', 'paid', 'settled', 'expired', 'deleted', 'failed'],
  verdict: ['applied', 'claimed', 'duplicate', 'stale', 'contradicts'],
  state: ['received', 'processed', 'parked'],
  delivery: ['none', 'waiting', 'delivered', 'failing'],
} as const satisfies {
  [Name in 'provider' | 'kind' | 'says' | 'verdict' | 'state' | 'delivery']: readonly NonNullable<
    CallbackSearch[Name]
  >[number][];
};

export type ListFilter = keyof typeof filterValues;
export const listFilters: readonly ListFilter[] = ['provider', 'kind', 'says', 'verdict', 'state', 'delivery'];

/** The parts a person can drop; a range of days counts as one. */
export type FilterPart = ListFilter | 'received' | 'destination' | 'payment' | 'q';

const PAYMENT_ID = /^pay_[0-9a-z]{26}$/;
const DESTINATION_ID = /^dst_[0-9a-z]{26}$/;

/** What an address asks for. What it holds beyond the known names and values is passed over. */
export function readCallbackSearch(params: URLSearchParams): CallbackSearch {
  const { words, token, day, list } = readParams(params);
  return withoutEmpty({
    q: words('q'),
    provider: list('provider', filterValues.provider),
    kind: list('kind', filterValues.kind),
    says: list('says', filterValues.says),
    verdict: list('verdict', filterValues.verdict),
    state: list('state', filterValues.state),
    delivery: list('delivery', filterValues.delivery),
    destinationId: token('destinationId', DESTINATION_ID),
    receivedFrom: day('receivedFrom'),
    receivedTo: day('receivedTo'),
    paymentId: token('paymentId', PAYMENT_ID),
    cursor: token('cursor'),
  });
}

/** What a search asks for, whichever page of it is shown. */
export function filtersOf({ cursor, limit, ...filters }: CallbackSearch): CallbackFilters {
  return filters;
}

/** Which filters are set, in the order in which they are shown. */
export function activeParts(search: CallbackFilters): FilterPart[] {
  const parts: FilterPart[] = listFilters.filter((name) => search[name] !== undefined);
  if (search.receivedFrom !== undefined || search.receivedTo !== undefined) parts.push('received');
  if (search.destinationId !== undefined) parts.push('destination');
  if (search.paymentId !== undefined) parts.push('payment');
  if (search.q !== undefined) parts.push('q');
  return parts;
}

/** The change that drops one part. */
export function dropOf(part: FilterPart): Partial<CallbackSearch> {
  if (part === 'received') return { receivedFrom: undefined, receivedTo: undefined };
  return { [part === 'payment' || part === 'destination' ? `${part}Id` : part]: undefined };
}

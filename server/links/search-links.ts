import type { components } from '../../openapi/generated/console.ts';
import type { PaymentSearch } from '../payments/search.ts';
import { searchPayments } from '../payments/search-payments.ts';
import type { LinkDeps } from './link-deps.ts';

/** One page of the links that a search finds. Throws invalid-request for a foreign cursor or an impossible day. */
export function searchLinks(
  { db }: Pick<LinkDeps, 'db'>,
  search: Omit<PaymentSearch, 'kind'>,
): Promise<components['schemas']['LinkPage']> {
  return searchPayments(db, { ...search, kind: 'link' });
}

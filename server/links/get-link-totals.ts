import type { components } from '../../openapi/generated/console.ts';
import type { PaymentFilter } from '../payments/search.ts';
import { totalPayments } from '../payments/total-payments.ts';
import type { LinkDeps } from './link-deps.ts';

/** How many links a search finds, and how much of them is paid. Throws invalid-request for an impossible day. */
export function getLinkTotals(
  { db }: Pick<LinkDeps, 'db'>,
  filter: Omit<PaymentFilter, 'kind'>,
): Promise<components['schemas']['LinkTotals']> {
  return totalPayments(db, { ...filter, kind: 'link' });
}

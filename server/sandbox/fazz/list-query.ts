import type { OneTimeCharge } from '../charges/charge.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { fazzStatus } from './fazz-statement.ts';

interface ListQuery {
  pageNumber: number;
  pageSize: number;
  isOldestFirst: boolean;
  createdAfter: string | null;
  createdBefore: string | null;
  status: string | null;
  referenceId: string | null;
}

const largestPage = 1_000;
const statuses = ['pending', 'processing', 'paid', 'completed', 'expired', 'failed', 'cancelled'];

/**
 * Reads the parameters of a list (providers.md B.8), their names decoded. Others have no effect, such as those that lack
 * filter[…]. Throws FazzRefusal.
 */
export function readListQuery(query: Readonly<Record<string, unknown>>): ListQuery {
  const sort = text(query, 'sort') ?? '-createdAt';
  if (sort !== 'createdAt' && sort !== '-createdAt')
    throw new FazzRefusal('005', 'sort must be createdAt or -createdAt');
  const status = text(query, 'filter[status]');
  if (status && !statuses.includes(status)) throw new FazzRefusal('005', 'filter[status] is no status');
  return {
    pageNumber: whole(query, 'page[number]', 1, Number.MAX_SAFE_INTEGER),
    pageSize: whole(query, 'page[size]', 10, largestPage),
    isOldestFirst: sort === 'createdAt',
    createdAfter: instant(query, 'filter[createdAfter]'),
    createdBefore: instant(query, 'filter[createdBefore]'),
    status,
    referenceId: text(query, 'filter[referenceId]'),
  };
}

/** The page of these payments, which are given oldest first, that the query asks for. */
export function within(payments: readonly OneTimeCharge[], query: ListQuery): OneTimeCharge[] {
  const { createdAfter, createdBefore, status, referenceId } = query;
  const found = payments.filter(
    (payment) =>
      (!createdAfter || payment.createdAt > createdAfter) &&
      (!createdBefore || payment.createdAt < createdBefore) &&
      (!status || fazzStatus(payment) === status) &&
      (!referenceId || payment.reference === referenceId),
  );
  found.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  if (!query.isOldestFirst) found.reverse();
  const first = (query.pageNumber - 1) * query.pageSize;
  return found.slice(first, first + query.pageSize);
}

/** Empty counts as left out. */
function text(query: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = query[name];
  if (value !== undefined && typeof value !== 'string') throw new FazzRefusal('005', `${name} stands twice`);
  return value || null;
}

function whole(query: Readonly<Record<string, unknown>>, name: string, otherwise: number, most: number): number {
  const written = text(query, name);
  if (written === null) return otherwise;
  const number = Number(written);
  if (!/^\d+$/.test(written) || number < 1 || number > most)
    throw new FazzRefusal('005', `${name} must be a whole number from 1${most === largestPage ? ` to ${most}` : ''}`);
  return number;
}

function instant(query: Readonly<Record<string, unknown>>, name: string): string | null {
  const written = text(query, name);
  if (written === null) return null;
  const ms = Date.parse(written);
  if (!/^\d{4}-\d{2}-\d{2}(T|$)/.test(written) || Number.isNaN(ms))
    throw new FazzRefusal('005', `${name} must be ISO 8601`);
  return new Date(ms).toISOString();
}

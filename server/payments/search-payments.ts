import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { cursorsAround, decodeCursor } from '../http/page-cursor.ts';
import { presentPaymentRow } from './present-payment.ts';
import type { PaymentSearch } from './search.ts';
import { type FoundRow, type PageOfSearch, pageStatement } from './search-payments.sql.ts';

type PaymentPage = components['schemas']['PaymentPage'];

const defaultLimit = 50;

/** One page of the payments that a search finds; `now` decides what needs attention. Throws invalid-request for a foreign cursor or an impossible day. */
export async function searchPayments(db: Db, search: PaymentSearch, now: Date): Promise<PaymentPage> {
  const page = pageOf(search);
  const { text, params } = pageStatement(search, page, now);
  const { rows } = await db.query<FoundRow>(text, params);
  const hasMore = rows.length > page.limit;
  const nearestFirst = rows.slice(0, page.limit);
  const isBackwards = page.cursor?.direction === 'previous';
  const found = isBackwards ? nearestFirst.toReversed() : nearestFirst;
  const cursors = cursorsAround({ ...page, hasMore }, { first: placeOf(found[0]), last: placeOf(found.at(-1)) });
  return { items: found.map(presentPaymentRow), ...cursors };
}

/** The statement that searchPayments runs, for the benchmark to run it bare. */
export function searchStatement(search: PaymentSearch, now: Date): { text: string; params: unknown[] } {
  return pageStatement(search, pageOf(search), now);
}

function pageOf({ sort = '-createdAt', cursor, limit = defaultLimit }: PaymentSearch): PageOfSearch {
  return { sort, cursor: cursor === undefined ? null : decodeCursor(cursor, sort), limit };
}

const placeOf = (row: FoundRow | undefined) => row && { key: row.sortKey, id: row.id };

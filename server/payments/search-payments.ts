import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { decodeCursor, encodeCursor, type PageCursor } from '../http/page-cursor.ts';
import { presentLinkRow } from './present-link.ts';
import type { PaymentSearch } from './search.ts';
import { type FoundRow, type PageOfSearch, pageStatement } from './search-payments.sql.ts';

type LinkPage = components['schemas']['LinkPage'];

const defaultLimit = 50;

/** One page of the payments that a search finds. Throws invalid-request for a foreign cursor or an impossible day. */
export async function searchPayments(db: Db, search: PaymentSearch): Promise<LinkPage> {
  const page = pageOf(search);
  const { text, params } = pageStatement(search, page);
  const { rows } = await db.query<FoundRow>(text, params);
  const hasMore = rows.length > page.limit;
  const nearestFirst = rows.slice(0, page.limit);
  const isBackwards = page.cursor?.direction === 'previous';
  const found = isBackwards ? nearestFirst.toReversed() : nearestFirst;
  return { items: found.map(presentLinkRow), ...cursorsOf(page, found, hasMore) };
}

/** The statement that searchPayments runs, for the benchmark to run it bare. */
export function searchStatement(search: PaymentSearch): { text: string; params: unknown[] } {
  return pageStatement(search, pageOf(search));
}

function pageOf({ sort = '-createdAt', cursor, limit = defaultLimit }: PaymentSearch): PageOfSearch {
  return { sort, cursor: cursor === undefined ? null : decodeCursor(cursor, sort), limit };
}

/** On the side that we came from there is a page, at least with the row that the cursor was made of. */
function cursorsOf({ sort, cursor }: PageOfSearch, found: FoundRow[], hasMore: boolean) {
  const hasNext = cursor?.direction === 'previous' || hasMore;
  const hasPrevious = cursor?.direction === 'next' || (cursor !== null && hasMore);
  const at = (direction: PageCursor['direction'], row: FoundRow | undefined): string | null => {
    if (row) return encodeCursor({ sort, direction, key: row.sortKey, id: row.id, includesRow: false });
    // The rows of this page left the search meanwhile: the way back begins at the row before them.
    return cursor && cursor.direction !== direction
      ? encodeCursor({ ...cursor, direction, includesRow: !cursor.includesRow })
      : null;
  };
  return {
    nextCursor: hasNext ? at('next', found.at(-1)) : null,
    previousCursor: hasPrevious ? at('previous', found[0]) : null,
  };
}

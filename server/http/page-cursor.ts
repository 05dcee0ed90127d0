import { problem } from './problems.ts';

/** A place in a sorted list, between two rows or (when the row itself belongs to the page) at one. */
export interface PageCursor {
  /** The sort that the place belongs to. */
  sort: string;
  direction: 'next' | 'previous';
  /** The sort key and the id of the row at the place; the key as a whole number (rupiah, or microseconds since 1970). */
  key: number;
  id: string;
  includesRow: boolean;
}

const directions = { n: ['next', false], N: ['next', true], p: ['previous', false], P: ['previous', true] } as const;
type Mark = keyof typeof directions;

/** An opaque text for URLs, at most 200 characters for sorts and ids of up to 40. */
export function encodeCursor({ sort, direction, key, id, includesRow }: PageCursor): string {
  const mark = direction === 'next' ? (includesRow ? 'N' : 'n') : includesRow ? 'P' : 'p';
  return Buffer.from([mark, sort, key, id].join('|')).toString('base64url');
}

/** Reads a cursor of a search sorted like this. Throws invalid-request for one of another search, or that we did not make. */
export function decodeCursor(text: string, sort: string): PageCursor {
  const [mark, itsSort, digits, id, ...more] = Buffer.from(text, 'base64url').toString('utf8').split('|');
  const isWhole = /^[A-Za-z0-9_-]+$/.test(text) && more.length === 0;
  if (!isWhole || !isMark(mark) || !id || !/^[0-9A-Za-z_-]+$/.test(id) || !/^[0-9]{1,16}$/.test(digits ?? '')) {
    throw invalidCursor('This cursor was not made by this API.');
  }
  if (itsSort !== sort) throw invalidCursor('This cursor belongs to another sort order; start at the first page.');
  const [direction, includesRow] = directions[mark];
  return { sort, direction, key: Number(digits), id, includesRow };
}

/** Where the pages before and after this one begin; null where there is none. In: its first and last row, if it has any. */
export function cursorsAround(
  { sort, cursor, hasMore }: { sort: string; cursor: PageCursor | null; hasMore: boolean },
  { first, last }: Record<'first' | 'last', Pick<PageCursor, 'key' | 'id'> | undefined>,
): { nextCursor: string | null; previousCursor: string | null } {
  // On the side that we came from there is a page, at least with the row that the cursor was made of.
  const hasNext = cursor?.direction === 'previous' || hasMore;
  const hasPrevious = cursor?.direction === 'next' || (cursor !== null && hasMore);
  const at = (direction: PageCursor['direction'], row: Pick<PageCursor, 'key' | 'id'> | undefined): string | null => {
    if (row) return encodeCursor({ sort, direction, key: row.key, id: row.id, includesRow: false });
    // The rows of this page left the search meanwhile: the way back begins at the row before them.
    return cursor && cursor.direction !== direction
      ? encodeCursor({ ...cursor, direction, includesRow: !cursor.includesRow })
      : null;
  };
  return { nextCursor: hasNext ? at('next', last) : null, previousCursor: hasPrevious ? at('previous', first) : null };
}

const isMark = (text: string | undefined): text is Mark => text !== undefined && Object.hasOwn(directions, text);

/** What a search throws for a cursor that is none of its own. */
export function invalidCursor(detail: string) {
  return problem('invalid-request', { detail, errors: [{ field: 'cursor', code: 'format', detail }] });
}

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

const isMark = (text: string | undefined): text is Mark => text !== undefined && Object.hasOwn(directions, text);

function invalidCursor(detail: string) {
  return problem('invalid-request', { detail, errors: [{ field: 'cursor', code: 'format', detail }] });
}

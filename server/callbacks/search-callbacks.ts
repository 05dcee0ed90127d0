import type { components, operations } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { may } from '../auth/permissions.ts';
import type { Db } from '../db/db.ts';
import { cursorsAround, decodeCursor, invalidCursor, type PageCursor } from '../http/page-cursor.ts';
import { readWords, type SearchWord } from '../payments/search-words.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { endOfDay, startOfDay } from '../payments/wib-day.ts';
import type { CallbackConditions, WordCondition } from './callback-filter.sql.ts';
import { presentCallbackRow } from './callback-row.ts';
import { type FoundCallback, selectPage } from './search-callbacks.sql.ts';

export type CallbackFilter = { environment: EnvironmentName } & components['schemas']['CallbackFilter'];
export type CallbackSearch = CallbackFilter & Pick<SearchQuery, 'cursor' | 'limit'>;
type SearchQuery = NonNullable<operations['searchCallbacks']['parameters']['query']>;

const defaultLimit = 50;
const sort = 'received';

/**
 * One page of the callbacks that a search finds, newest first. Words are looked for in what they say; by people who may not
 * read contacts only in the names of payments. Throws invalid-request for a foreign cursor or an impossible day.
 */
export async function searchCallbacks(
  { db }: { db: Db },
  actor: Actor,
  search: CallbackSearch,
): Promise<components['schemas']['CallbackPage']> {
  const { cursor: text, limit = defaultLimit } = search;
  const cursor = text === undefined ? null : readCursor(text);
  const rows = await selectPage(db, conditionsOf(search, actor), { cursor, limit });
  const nearestFirst = rows.slice(0, limit);
  const found = cursor?.direction === 'previous' ? nearestFirst.toReversed() : nearestFirst;
  const around = { first: placeOf(found[0]), last: placeOf(found.at(-1)) };
  return {
    items: found.map(presentCallbackRow),
    ...cursorsAround({ sort, cursor, hasMore: rows.length > limit }, around),
  };
}

/** The conditions of a search as this person may make it. */
export function conditionsOf(search: CallbackFilter, actor: Pick<Actor, 'role'>): CallbackConditions {
  const { environment, receivedFrom, receivedTo, q = '' } = search;
  const inNamesOnly = !may(actor.role, 'contacts.read', environment);
  return {
    environment,
    providers: distinct(search.provider) ?? ['rem', 'fazz'],
    receivedFrom: receivedFrom === undefined ? null : startOfDay(receivedFrom, 'receivedFrom'),
    receivedBefore: receivedTo === undefined ? null : endOfDay(receivedTo, 'receivedTo'),
    paymentId: search.paymentId ?? null,
    kinds: distinct(search.kind),
    says: distinct(search.says),
    verdicts: distinct(search.verdict),
    states: distinct(search.state),
    deliveries: distinct(search.delivery),
    destinationId: search.destinationId ?? null,
    words: readWords(q).map((word) => ({ anyOf: spellingsOf(word), inNamesOnly })),
  };
}

/** As in the search of payments, but of a receipt that REM cut off the beginning stands between quotes (rem-payment-link-status). */
function spellingsOf({ contains, amounts, receipt }: SearchWord): WordCondition['anyOf'] {
  const texts = [...contains, ...amounts, ...(receipt === null ? [] : [`"${receipt}"`])];
  return [...new Set(texts.map((text) => text.toLowerCase()))];
}

const distinct = <T>(values: readonly T[] = []): T[] | null => (values.length === 0 ? null : [...new Set(values)]);

function readCursor(text: string): PageCursor {
  const cursor = decodeCursor(text, sort);
  if (!/^[0-9]{1,18}$/.test(cursor.id)) throw invalidCursor('This cursor was not made by this API.');
  return cursor;
}

const placeOf = (row: FoundCallback | undefined) => row && { key: row.sortKey, id: String(row.id) };

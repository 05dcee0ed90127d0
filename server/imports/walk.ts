import type { ListedPage, ListRequest } from '../providers/provider.ts';

export type ListedItem = ListedPage['items'][number];

/**
 * How far a run has come: what was made before `doneUntil` is in the ledger. Every page is asked for from that instant on,
 * and not by its number, so that nothing is missed when payments are added or go while we read.
 */
export interface Place {
  doneUntil: Date;
  /** So much time is asked for at once. */
  sliceMs: number;
  /** Above 1 only while more payments than a page holds were made in the same instant. */
  page: number;
  /** The provider's ids of payments made at `doneUntil` that the ledger has already: they are listed again. */
  seenThere: string[];
}

/** What follows from a page. */
export type Step =
  /** It does not prove to be sorted as we asked: less time is asked for, until all of it stands on one page. Nothing of it is taken. */
  { kind: 'narrow'; place: Place } | { kind: 'take'; items: ListedItem[]; place: Place; isOver: boolean };

const pageSize = 50;
const secondMs = 1_000;
const dayMs = 86_400_000;
const longestSliceMs = 8 * dayMs;

/** Where a run through a range begins: with a day. */
export function beginAt(startsAt: Date): Place {
  return { doneUntil: startsAt, sliceMs: dayMs, page: 1, seenThere: [] };
}

/** What to ask the provider for next. */
export function requestAt(place: Place, endsAt: Date): ListRequest {
  return {
    createdFrom: place.doneUntil.toISOString(),
    createdBefore: sliceEnd(place, endsAt).toISOString(),
    page: place.page,
    size: pageSize,
  };
}

/** Where to go on after a page of what was asked for at `place`, in a range that ends at `endsAt`. */
export function stepAfter(place: Place, endsAt: Date, { items, isFull }: ListedPage): Step {
  const fresh = [...new Map(items.map((item) => [idOf(item), item])).values()].filter(
    (item) => !place.seenThere.includes(idOf(item)),
  );
  if (!isFull) return { kind: 'take', items: fresh, ...nextSlice(place, endsAt) };
  if (!isOldestFirst(items) && place.sliceMs > secondMs) return { kind: 'narrow', place: narrowed(place) };
  return { kind: 'take', items: fresh, place: afterFullPage(place, items), isOver: false };
}

function sliceEnd({ doneUntil, sliceMs }: Place, endsAt: Date): Date {
  return new Date(Math.min(doneUntil.getTime() + sliceMs, endsAt.getTime()));
}

/** A slice that fits on one page may be longer the next time. */
function nextSlice(place: Place, endsAt: Date): { place: Place; isOver: boolean } {
  const doneUntil = sliceEnd(place, endsAt);
  const sliceMs = place.page === 1 ? Math.min(place.sliceMs * 2, longestSliceMs) : place.sliceMs;
  return { place: { doneUntil, sliceMs, page: 1, seenThere: [] }, isOver: doneUntil >= endsAt };
}

function narrowed(place: Place): Place {
  // Whole seconds: that is how exactly Fazz says when it made a payment.
  const sliceMs = Math.max(secondMs, Math.floor(place.sliceMs / 2 / secondMs) * secondMs);
  return { ...place, sliceMs, page: 1 };
}

/** On to the instant of the last payment; to the next page where that cannot be, within a single second. */
function afterFullPage(place: Place, items: readonly ListedItem[]): Place {
  const lastMs = Math.max(...instantsOf(items));
  if (!isOldestFirst(items))
    return { ...place, page: place.page + 1, seenThere: [...place.seenThere, ...items.map(idOf)] };
  const last = items.filter(({ statement }) => Date.parse(statement.createdAt ?? '') === lastMs);
  return { ...place, doneUntil: new Date(lastMs), page: 1, seenThere: last.map(idOf) };
}

/** Whether the instants rise. That they are all the same proves nothing: newest first, they would be the same too. */
function isOldestFirst(items: readonly ListedItem[]): boolean {
  const instants = instantsOf(items);
  const [first = 0] = instants;
  return (instants.at(-1) ?? 0) > first && instants.every((ms, index) => ms >= (instants[index - 1] ?? ms));
}

/** Of those that say when they were made, in ms since 1970. */
const instantsOf = (items: readonly ListedItem[]) =>
  items.flatMap(({ statement }) => (statement.createdAt === null ? [] : Date.parse(statement.createdAt)));

const idOf = ({ statement }: ListedItem) => statement.providerPaymentId ?? '';

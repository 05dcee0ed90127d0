import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silent } from '../payments/statement.ts';
import type { ListedPage, ListRequest } from '../providers/provider.ts';
import { beginAt, type ListedItem, requestAt, stepAfter } from './walk.ts';

const startsAt = new Date('2026-11-01T17:00:00Z');
const dayMs = 86_400_000;
const endsAt = new Date(startsAt.getTime() + 3 * dayMs);

interface Made {
  id: string;
  createdAt: string;
}

const itemOf = ({ id, createdAt }: Made): ListedItem => ({
  statement: { ...silent, providerPaymentId: id, createdAt },
  raw: '',
  deviations: [],
});

type Order = 'oldest first' | 'newest first';
const orders: Record<Order, (a: Made, b: Made) => number> = {
  'oldest first': (a, b) => a.createdAt.localeCompare(b.createdAt),
  'newest first': (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** A provider's list, page by page. */
function list(
  made: readonly Made[],
  order: Order,
  { createdFrom, createdBefore, page, size }: ListRequest,
): ListedPage {
  const found = made.filter(({ createdAt }) => createdAt >= createdFrom && createdAt < createdBefore);
  const items = found.toSorted(orders[order]).slice((page - 1) * size, page * size);
  return { kind: 'page', items: items.map(itemOf), unreadableCount: 0, isFull: items.length === size };
}

/** Walks the range to its end; `between` changes what the provider has, after each page. Out: the ids taken, in order. */
function walk(made: Made[], order: Order, between: (doneUntil: Date) => void = () => {}): string[] {
  const taken: string[] = [];
  let place = beginAt(startsAt);
  for (let asked = 0; asked < 100_000; asked++) {
    const before = place.doneUntil;
    const step = stepAfter(place, endsAt, list(made, order, requestAt(place, endsAt)));
    place = step.place;
    expect(place.doneUntil.getTime()).toBeGreaterThanOrEqual(before.getTime());
    if (step.kind === 'narrow') continue;
    taken.push(...step.items.map(({ statement }) => statement.providerPaymentId ?? ''));
    if (step.isOver) return taken;
    between(place.doneUntil);
  }
  throw new Error('the walk does not end');
}

const secondsIn = (seconds: number) => new Date(startsAt.getTime() + seconds * 1_000).toISOString();

/** Payments in bursts: up to 130 within the same few seconds, more than two pages hold. */
const payments = fc
  .array(
    fc.record({
      second: fc.integer({ min: -3_600, max: 3 * 86_400 + 3_600 }),
      count: fc.integer({ min: 1, max: 130 }),
      spread: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 8 },
  )
  .map((bursts) =>
    bursts.flatMap(({ second, count, spread }, burst) =>
      Array.from({ length: count }, (_, n) => ({ id: `${burst}-${n}`, createdAt: secondsIn(second + (n % spread)) })),
    ),
  );

const within = (made: readonly Made[]) =>
  made.flatMap(({ id, createdAt }) =>
    createdAt >= startsAt.toISOString() && createdAt < endsAt.toISOString() ? id : [],
  );

it('takes each payment of the range exactly once, and none of other days', () => {
  fc.assert(
    fc.property(payments, (made) => {
      expect(walk(made, 'oldest first').toSorted()).toEqual(within(made).toSorted());
    }),
    { numRuns: 300 },
  );
});

it('takes each exactly once also from a provider that lists the newest first, whatever it is asked', () => {
  fc.assert(
    fc.property(payments, (made) => {
      expect(walk(made, 'newest first').toSorted()).toEqual(within(made).toSorted());
    }),
    { numRuns: 300 },
  );
});

it('misses none of the others when payments are added or go in what is read already', () => {
  fc.assert(
    fc.property(payments, fc.array(fc.boolean(), { minLength: 1 }), (made, additions) => {
      const stays = within(made);
      const present = [...made];
      let page = 0;
      const taken = walk(present, 'oldest first', (doneUntil) => {
        const isAddition = additions[page++ % additions.length];
        const early = present.findIndex(({ createdAt }) => createdAt < doneUntil.toISOString());
        if (isAddition) present.push({ id: `late-${page}`, createdAt: startsAt.toISOString() });
        else if (early >= 0) present.splice(early, 1);
      });
      expect(taken.filter((id) => !id.startsWith('late')).toSorted()).toEqual(stays.toSorted());
    }),
    { numRuns: 200 },
  );
});

it('asks for few pages where little was made, and never for more than 50 payments', () => {
  const requests: ListRequest[] = [];
  let place = beginAt(startsAt);
  const year = new Date(startsAt.getTime() + 366 * dayMs);
  for (let isOver = false; !isOver; ) {
    const request = requestAt(place, year);
    requests.push(request);
    const step = stepAfter(place, year, { kind: 'page', items: [], unreadableCount: 0, isFull: false });
    place = step.place;
    isOver = step.kind === 'take' && step.isOver;
  }
  expect(requests.length).toBeLessThan(55);
  expect(new Set(requests.map(({ page, size }) => `${page} ${size}`))).toEqual(new Set(['1 50']));
  expect(requests.at(-1)?.createdBefore).toBe(year.toISOString());
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { encodeCursor } from '../http/page-cursor.ts';
import { type MadeLink, makeLink } from '../testing/make-link.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { PaymentSearch } from './search.ts';
import { searchPayments } from './search-payments.ts';
import { totalPayments } from './total-payments.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

const now = new Date('2026-12-01T02:00:00.000Z');

const make = (link: MadeLink) => makeLink(db, link);

const find = async (search: Partial<PaymentSearch>) =>
  (await searchPayments(db, { environment: 'sandbox', kinds: ['link'], ...search }, now)).items.map(({ id }) => id);

const startMs = Date.parse('2026-11-20T02:00:00.000Z');

describe('pages', () => {
  const environment = 'production' as const;
  const search = { environment, kinds: ['link' as const], limit: 4 };
  let before: string[];
  beforeAll(async () => {
    // Several rows share their instant and their amount, as rows that a script makes do.
    for (let index = 0; index < 18; index += 1) {
      await make({
        environment,
        createdAt: new Date(startMs + Math.floor(index / 5) * 1000),
        order: { amountIdr: 10_000 + (index % 3) * 1000, customerName: 'Ayu Lestari' },
        said: index % 2 === 0 ? { status: 'paid', isFinal: true, paidAmountIdr: 10_000 + index } : { status: 'open' },
      });
    }
    before = await find({ ...search, limit: 200 });
  });

  /** Walks from a cursor to the end of the list; the rows in the order of the walk's pages. */
  async function walk(more: Partial<PaymentSearch>, way: 'nextCursor' | 'previousCursor', from?: string) {
    const pages: string[][] = [];
    let cursor: string | null | undefined = from;
    let last = null;
    do {
      const page = await searchPayments(db, { ...search, ...more, ...(cursor ? { cursor } : {}) }, now);
      pages.push(page.items.map(({ id }) => id));
      last = page;
      cursor = page[way];
    } while (cursor !== null && pages.length < 50);
    return { pages, last };
  }

  const sorts = ['-createdAt', 'createdAt', '-amount', 'amount'] as const;

  test.each(sorts)('forward hold every row once, and backward the same pages, by %s', async (sort) => {
    for (const more of [{}, { q: 'lestari' }, { status: ['open' as const, 'paid' as const] }, { q: 'ay' }]) {
      const whole = await find({ ...search, ...more, sort, limit: 200 });
      const forward = await walk({ ...more, sort }, 'nextCursor');
      expect(forward.pages.flat()).toEqual(whole);
      expect(whole.toSorted()).toEqual(before.toSorted());
      const back = await walk({ ...more, sort }, 'previousCursor', forward.last?.previousCursor ?? undefined);
      expect(back.pages.toReversed()).toEqual(forward.pages.slice(0, -1));
      expect(back.last?.previousCursor).toBeNull();
    }
  });

  test('lose and repeat no row while rows are inserted on both sides of the place', async () => {
    const first = await searchPayments(db, { ...search, sort: '-amount' }, now);
    const second = await searchPayments(db, { ...search, sort: '-amount', cursor: first.nextCursor ?? '' }, now);
    const added = [
      await make({ environment, createdAt: new Date(startMs), order: { amountIdr: 12_000 } }),
      await make({ environment, createdAt: new Date(startMs), order: { amountIdr: 10_000 } }),
    ];
    const onward = await walk({ sort: '-amount' }, 'nextCursor', second.nextCursor ?? undefined);
    const back = await walk({ sort: '-amount' }, 'previousCursor', second.previousCursor ?? undefined);
    const seen = [...back.pages.toReversed().flat(), ...second.items.map(({ id }) => id), ...onward.pages.flat()];
    expect(seen).toEqual(await find({ ...search, sort: '-amount', limit: 200 }));
    expect(seen).toEqual(expect.arrayContaining(added));
    expect(seen).toHaveLength(20);
  });

  test('have totals that are the sums of their rows', async () => {
    const { pages } = await walk({ q: 'lestari' }, 'nextCursor');
    const rows = await searchPayments(db, { ...search, q: 'lestari', limit: 200 }, now);
    const paid = rows.items.filter(({ status }) => status === 'paid');
    expect(await totalPayments(db, { environment, kinds: ['link'], q: 'lestari' }, now)).toEqual({
      count: pages.flat().length,
      countIsExact: true,
      paidCount: paid.length,
      paidAmountIdr: paid.reduce((sum, row) => sum + (row.paidAmountIdr ?? 0), 0),
    });
    expect(paid).toHaveLength(9);
  });

  test('that became empty lead back to the row that they began after', async () => {
    const first = await searchPayments(db, { ...search, sort: 'amount' }, now);
    const last = first.items.at(-1);
    const end = encodeCursor({
      sort: 'amount',
      direction: 'next',
      key: 999_999,
      id: last?.id ?? '',
      includesRow: false,
    });
    const empty = await searchPayments(db, { ...search, sort: 'amount', cursor: end }, now);
    expect(empty).toMatchObject({ items: [], nextCursor: null });
    const back = await searchPayments(db, { ...search, sort: 'amount', cursor: empty.previousCursor ?? '' }, now);
    expect(back.items.map(({ id }) => id)).toEqual((await find({ ...search, sort: 'amount', limit: 200 })).slice(-4));
  });

  test('refuse a cursor of another order', async () => {
    const { nextCursor } = await searchPayments(db, search, now);
    const refused = { type: 'invalid-request', facts: { errors: [{ field: 'cursor' }] } };
    await expect(find({ ...search, sort: 'amount', cursor: nextCursor ?? '' })).rejects.toMatchObject(refused);
  });
});

describe('among more rows than are looked at first', () => {
  const environment = 'production' as const;
  const search = { environment, kinds: ['routing' as const] };
  beforeAll(async () => {
    // The oldest 100 are the only ones with "lebaran"; every tenth row of all has "kopi".
    await db.query(
      `insert into payments (id, environment, kind, provider, reference, status, amount_idr, paid_amount_idr, description, created_at)
       select 'pay_' || lpad(n::text, 26, 'z'), 'production', 'routing', 'rem', 'R' || n, case when n % 2 = 0 then 'paid' else 'open' end,
         10000 + n, case when n % 2 = 0 then 10000 + n end,
         case when n <= 100 then 'promo lebaran' else 'pesanan' end || case when n % 10 = 0 then ' kopi' else '' end,
         timestamptz '2026-01-01' + n * interval '1 minute'
       from generate_series(1, 10050) as n`,
    );
    await db.exec('analyze payments');
  });
  const numbers = async (change: Partial<PaymentSearch>) =>
    (await searchPayments(db, { ...search, ...change }, now)).items.map(({ reference }) => Number(reference.slice(1)));
  const down = (from: number, step: number, count: number) =>
    Array.from({ length: count }, (_, index) => from - index * step);

  test('words that only old rows have are found, in order and in pages', async () => {
    expect(await numbers({ q: 'lebaran', limit: 60 })).toEqual(down(100, 1, 60));
    const { nextCursor } = await searchPayments(db, { ...search, q: 'lebaran', limit: 60 }, now);
    expect(await numbers({ q: 'lebaran', limit: 60, cursor: nextCursor ?? '' })).toEqual(down(40, 1, 40));
    expect(await numbers({ q: 'lebaran', limit: 3, sort: 'amount' })).toEqual([1, 2, 3]);
    expect(await numbers({ q: 'lebaran', status: ['paid'], limit: 3 })).toEqual([100, 98, 96]);
  });

  test('words that many rows have give the nearest, also across the edge of what is looked at first', async () => {
    expect(await numbers({ q: 'kopi', limit: 50 })).toEqual(down(10_050, 10, 50));
    expect(await numbers({ q: 'kopi', limit: 200 })).toEqual(down(10_050, 10, 200));
    const all: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await searchPayments(db, { ...search, q: 'kopi', limit: 190, ...(cursor ? { cursor } : {}) }, now);
      all.push(...page.items.map(({ reference }) => Number(reference.slice(1))));
      cursor = page.nextCursor;
    }
    expect(all).toEqual(down(10_050, 10, 1005));
  });

  test('totals are exact up to 10,000 and then say that there are more', async () => {
    const paid = (numbers: number[]) => numbers.filter((n) => n % 2 === 0).reduce((sum, n) => sum + 10_000 + n, 0);
    expect(await totalPayments(db, { ...search, createdTo: '2026-01-07' }, now)).toEqual({
      count: 9_659,
      countIsExact: true,
      paidCount: 4_829,
      paidAmountIdr: paid(down(9_659, 1, 9_659)),
    });
    expect(await totalPayments(db, search, now)).toEqual({
      count: 10_000,
      countIsExact: false,
      paidCount: null,
      paidAmountIdr: null,
    });
  });
});

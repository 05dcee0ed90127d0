import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { encodeCursor } from '../http/page-cursor.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { Order } from './belief.ts';
import { observe } from './observe.ts';
import { insertPayment } from './open-intent.ts';
import type { PaymentSearch } from './search.ts';
import { searchPayments } from './search-payments.ts';
import { type ProviderName, type Statement, silent } from './statement.ts';
import { totalPayments } from './total-payments.ts';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
});
afterAll(() => database.close());

type Environment = PaymentSearch['environment'];
const startMs = Date.parse('2026-11-20T02:00:00.000Z');
let made = 0;

interface Made {
  environment?: Environment;
  provider?: ProviderName;
  reference?: string;
  order?: Order;
  createdAt?: Date;
  said?: Partial<Statement>;
}

/** Inserts a link and what was said of it; gives its id. */
async function make({ environment = 'sandbox', provider = 'rem', order, said, ...change }: Made): Promise<string> {
  made += 1;
  const id = `pay_${made.toString().padStart(26, '0')}`;
  const createdAt = change.createdAt ?? new Date(startMs + made * 1000);
  await db.tx(async (tx) => {
    await insertPayment(tx, {
      id,
      environment,
      kind: 'link',
      provider,
      reference: change.reference ?? `REF${made.toString().padStart(8, '0')}`,
      order: { amountIdr: 10_000, ...order },
      createdAt,
      createdBy: null,
      idempotencyKey: null,
      requestDigest: null,
      checkAfter: null,
    });
    const observation = { source: 'callback' as const, statement: { ...silent, ...said }, raw: null, deviations: [] };
    if (said) await observe(tx, id, observation, createdAt);
  });
  return id;
}

const find = async (search: Partial<PaymentSearch>) =>
  (await searchPayments(db, { environment: 'sandbox', kind: 'link', ...search })).items.map(({ id }) => id);

describe('a link is found by', () => {
  let link: string;
  let other: string;
  beforeAll(async () => {
    link = await make({
      reference: 'TL261120QZ7K4M2N',
      order: {
        amountIdr: 150_000,
        customerName: 'Siti Rahma',
        description: 'Batik 100% sutra_halus \\ "kain" ☕ d\'Anyar',
        emails: ['siti.rahma@contoh.id', 'kas@toko.id'],
        phone: '081234567890',
        isOpenAmount: true,
      },
      said: {
        status: 'paid',
        isFinal: true,
        providerPaymentId: '7b1c9a3e-55d0-4c1f-9a53-0c2f4c1d2e3f',
        txRefNumber: '26120G1X2329',
        paymentReferenceNumber: 'OV0123456789',
        paidAmountIdr: 125_500,
        payerName: 'Rahmat Hidayat',
        payerPhone: '6285700001111',
      },
    });
    other = await make({
      reference: 'ZZ99',
      order: { amountIdr: 1_150_000, customerName: 'Budi Santoso', phone: '085711112222' },
    });
  });

  test.each([
    ['reference', 'TL261120QZ7K4M2N'],
    ['reference in lower case', 'tl261120qz7k4m2n'],
    ['middle of the reference', '0qz7k4'],
    ['provider id', '7b1c9a3e-55d0-4c1f-9a53-0c2f4c1d2e3f'],
    ['transaction number', '26120g1x2329'],
    ['receipt number', 'OV0123456789'],
    ['longer receipt number that an OVO payer sees', 'OV0123456789ABCD99'],
    ['longer receipt number in lower case', 'ov0123456789abcd99'],
    ['customer name', 'siti rahma'],
    ['words in another order', 'rahma SITI'],
    ['words of different fields', 'rahma batik 081234567890'],
    ['payer name', 'rahmat'],
    ['whole e-mail address', 'siti.rahma@contoh.id'],
    ['second e-mail address', 'kas@toko'],
    ['phone number', '081234567890'],
    ['phone number with +62', '+6281234567890'],
    ['phone number with 62', '6281234567890'],
    ['phone number with spaces', '+62 812 3456 7890'],
    ['phone number with dashes', '0812-3456-7890'],
    ['payer phone written with 0', '085700001111'],
    ['amount', '150000'],
    ['amount with points', '150.000'],
    ['amount with commas', '150,000'],
    ['amount with Rp', 'Rp150.000'],
    ['amount with Rp apart', 'Rp 150.000'],
    ['amount with cents', 'Rp 150.000,00'],
    ['paid amount', '125.500'],
    ['percent sign', '100%'],
    ['underscore', 'sutra_halus'],
    ['backslash', '\\'],
    ['double quotes', '"kain"'],
    ['single quote', "d'anyar"],
    ['emoji', '☕'],
    ['two letters', 'ti'],
    ['one letter and a word', 'k siti'],
  ])('its %s: %s', async (_what, q) => {
    expect(await find({ q })).toContain(link);
  });

  test('its id, and by that alone', async () => {
    expect(await find({ q: link })).toEqual([link]);
    expect(await find({ q: `${link.toUpperCase()} siti` })).toEqual([link]);
    expect(await find({ q: `${link} budi` })).toEqual([]);
  });

  test.each([
    ['one word is missing', 'siti wijaya'],
    ['a percent sign is no wildcard', 'siti%rahma'],
    ['an underscore is no wildcard', 'sutra_hal_s'],
    ['the receipt differs within its first 12 characters', 'OV0123456780ABCD99'],
    ['a quote ends nothing', "' or true --"],
  ])('and not when %s: %s', async (_why, q) => {
    expect(await find({ q })).toEqual([]);
  });

  test('an amount with points means the whole amount', async () => {
    expect(await find({ q: '150.000' })).toEqual([link]);
    expect(await find({ q: '1.150.000' })).toEqual([other]);
    expect(await find({ q: '150000' })).toEqual([other, link]);
  });

  test('nothing of another environment or kind', async () => {
    expect(await find({ q: 'siti', environment: 'production' })).toEqual([]);
    expect(await find({ q: 'siti', kind: 'routing' })).toEqual([]);
  });
});

describe('filters', () => {
  const environment = 'staging' as const;
  const day = (text: string) => new Date(text);
  let ids: Record<'open' | 'waiting' | 'settled' | 'expired' | 'fazz', string>;
  beforeAll(async () => {
    const paid = { status: 'paid' as const, isFinal: true, method: 'va' as const, paidAmountIdr: 10_000 };
    ids = {
      open: await make({ environment, createdAt: day('2026-11-19T16:59:59.999Z'), said: { status: 'open' } }),
      waiting: await make({
        environment,
        createdAt: day('2026-11-19T17:00:00.000Z'),
        said: { ...paid, settlement: 'waiting' },
      }),
      settled: await make({
        environment,
        createdAt: day('2026-11-20T16:59:59.999Z'),
        said: { ...paid, method: 'qris', settlement: 'settled' },
      }),
      expired: await make({
        environment,
        createdAt: day('2026-11-20T17:00:00.000Z'),
        said: { status: 'expired', isFinal: true },
      }),
      fazz: await make({
        environment,
        provider: 'fazz',
        createdAt: day('2026-11-21T02:00:00.000Z'),
        order: { customerName: 'Fazz Rahma' },
      }),
    };
  });
  const named = async (search: Partial<PaymentSearch>) => {
    const found = await find({ environment, ...search });
    return found.map((id) => Object.entries(ids).find(([, one]) => one === id)?.[0]);
  };

  test.each<[string, Partial<PaymentSearch>, string[]]>([
    ['nothing: all, newest first', {}, ['fazz', 'expired', 'settled', 'waiting', 'open']],
    ['empty lists: all', { status: [], method: [] }, ['fazz', 'expired', 'settled', 'waiting', 'open']],
    ['a status', { status: ['paid'] }, ['settled', 'waiting']],
    ['several statuses', { status: ['open', 'paid', 'paid'] }, ['settled', 'waiting', 'open']],
    [
      'several statuses, oldest first',
      { status: ['expired', 'open', 'creating'], sort: 'createdAt' },
      ['open', 'expired', 'fazz'],
    ],
    ['a settlement', { settlement: ['waiting'] }, ['waiting']],
    ['a provider', { provider: ['fazz'] }, ['fazz']],
    ['a method', { method: ['qris'] }, ['settled']],
    ['several of several', { status: ['paid', 'expired'], method: ['va', 'qris'] }, ['settled', 'waiting']],
    ['a day in WIB', { createdFrom: '2026-11-20', createdTo: '2026-11-20' }, ['settled', 'waiting']],
    ['days from', { createdFrom: '2026-11-21' }, ['fazz', 'expired']],
    ['days to', { createdTo: '2026-11-19' }, ['open']],
    ['days that end before they begin', { createdFrom: '2026-11-21', createdTo: '2026-11-20' }, []],
    ['a filter and words', { provider: ['fazz'], q: 'rahma' }, ['fazz']],
    ['a filter and words that exclude each other', { provider: ['rem'], q: 'rahma' }, []],
  ])('by %s', async (_what, search, expected) => {
    expect(await named(search)).toEqual(expected);
    const { count } = await totalPayments(db, { environment, kind: 'link', ...search });
    expect(count).toBe(expected.length);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29'])('refuse a day that no calendar has: %s', async (impossible) => {
    const refused = { type: 'invalid-request', facts: { errors: [{ field: 'createdTo' }] } };
    await expect(find({ environment, createdTo: impossible })).rejects.toMatchObject(refused);
    await expect(totalPayments(db, { environment, kind: 'link', createdTo: impossible })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('pages', () => {
  const environment = 'production' as const;
  const search = { environment, kind: 'link' as const, limit: 4 };
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
      const page = await searchPayments(db, { ...search, ...more, ...(cursor ? { cursor } : {}) });
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
    const first = await searchPayments(db, { ...search, sort: '-amount' });
    const second = await searchPayments(db, { ...search, sort: '-amount', cursor: first.nextCursor ?? '' });
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
    const rows = await searchPayments(db, { ...search, q: 'lestari', limit: 200 });
    const paid = rows.items.filter(({ status }) => status === 'paid');
    expect(await totalPayments(db, { environment, kind: 'link', q: 'lestari' })).toEqual({
      count: pages.flat().length,
      countIsExact: true,
      paidCount: paid.length,
      paidAmountIdr: paid.reduce((sum, row) => sum + (row.paidAmountIdr ?? 0), 0),
    });
    expect(paid).toHaveLength(9);
  });

  test('that became empty lead back to the row that they began after', async () => {
    const first = await searchPayments(db, { ...search, sort: 'amount' });
    const last = first.items.at(-1);
    const end = encodeCursor({
      sort: 'amount',
      direction: 'next',
      key: 999_999,
      id: last?.id ?? '',
      includesRow: false,
    });
    const empty = await searchPayments(db, { ...search, sort: 'amount', cursor: end });
    expect(empty).toMatchObject({ items: [], nextCursor: null });
    const back = await searchPayments(db, { ...search, sort: 'amount', cursor: empty.previousCursor ?? '' });
    expect(back.items.map(({ id }) => id)).toEqual((await find({ ...search, sort: 'amount', limit: 200 })).slice(-4));
  });

  test('refuse a cursor of another order', async () => {
    const { nextCursor } = await searchPayments(db, search);
    const refused = { type: 'invalid-request', facts: { errors: [{ field: 'cursor' }] } };
    await expect(find({ ...search, sort: 'amount', cursor: nextCursor ?? '' })).rejects.toMatchObject(refused);
  });
});

describe('among more rows than are looked at first', () => {
  const environment = 'production' as const;
  const search = { environment, kind: 'routing' as const };
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
    (await searchPayments(db, { ...search, ...change })).items.map(({ reference }) => Number(reference.slice(1)));
  const down = (from: number, step: number, count: number) =>
    Array.from({ length: count }, (_, index) => from - index * step);

  test('words that only old rows have are found, in order and in pages', async () => {
    expect(await numbers({ q: 'lebaran', limit: 60 })).toEqual(down(100, 1, 60));
    const { nextCursor } = await searchPayments(db, { ...search, q: 'lebaran', limit: 60 });
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
      const page = await searchPayments(db, { ...search, q: 'kopi', limit: 190, ...(cursor ? { cursor } : {}) });
      all.push(...page.items.map(({ reference }) => Number(reference.slice(1))));
      cursor = page.nextCursor;
    }
    expect(all).toEqual(down(10_050, 10, 1005));
  });

  test('totals are exact up to 10,000 and then say that there are more', async () => {
    const paid = (numbers: number[]) => numbers.filter((n) => n % 2 === 0).reduce((sum, n) => sum + 10_000 + n, 0);
    expect(await totalPayments(db, { ...search, createdTo: '2026-01-07' })).toEqual({
      count: 9_659,
      countIsExact: true,
      paidCount: 4_829,
      paidAmountIdr: paid(down(9_659, 1, 9_659)),
    });
    expect(await totalPayments(db, search)).toEqual({
      count: 10_000,
      countIsExact: false,
      paidCount: null,
      paidAmountIdr: null,
    });
  });
});

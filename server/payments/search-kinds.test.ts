import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import type { PaymentKind } from './payment.ts';
import type { Attention, PaymentFilter, Sort } from './search.ts';
import { searchPayments } from './search-payments.ts';
import type { Method, PaymentStatus, ProviderName, Settlement } from './statement.ts';
import { totalPayments } from './total-payments.ts';

interface Row {
  id: string;
  kind: PaymentKind;
  provider: ProviderName;
  status: PaymentStatus;
  settlement: Settlement;
  method: Method | null;
  description: string;
  amountIdr: number;
  paidAmountIdr: number | null;
  createdAt: Date;
  paidAt: Date | null;
  knownAt: Date | null;
  knownSource: string | null;
  settlesAt: Date | null;
  deletingSince: Date | null;
  simulatedAt: Date | null;
  calledBackAt: Date | null;
  contradictedAt: Date | null;
  claimedAt: Date | null;
}

let database: TestDatabase;
let db: Db;
let rows: Row[];
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await fill();
  rows = (
    await db.query<Row>(
      `select id, kind, provider, status, settlement, method, description, amount_idr as "amountIdr",
         paid_amount_idr as "paidAmountIdr", created_at as "createdAt", paid_at as "paidAt", known_at as "knownAt",
         known_source as "knownSource", settles_at as "settlesAt", deleting_since as "deletingSince",
         simulated_at as "simulatedAt", called_back_at as "calledBackAt", contradicted_at as "contradictedAt", claimed_at as "claimedAt"
       from payments`,
    )
  ).rows;
});
afterAll(() => database.close());

/**
 * More payments than a search looks at before it asks an index, three of each instant, over 16 days. What is rare is spread
 * or stands at the beginning alone.
 */
async function fill(): Promise<void> {
  await db.query(
    `insert into payments (id, environment, kind, provider, reference, status, settlement, method, description, amount_idr,
       paid_amount_idr, created_at, paid_at, known_at, known_source, settles_at, deleting_since, simulated_at, called_back_at,
       contradicted_at, claimed_at)
     select 'pay_' || lpad(n::text, 26, '0'), 'sandbox', kind, case when kind = 'one-time' or n % 7 = 0 then 'fazz' else 'rem' end,
       'R' || n, status, case when status <> 'paid' then 'none' when n % 3 = 0 then 'waiting' else 'settled' end,
       case when kind = 'routing' then 'qris' when n % 500 = 2 then 'retail_outlet' when n % 2 = 0 then 'va' end,
       case when n < 90 then 'lebaran ' else '' end || case when n % 9 = 0 then 'kopi' else 'pesanan' end,
       10000 + n % 40 * 500, case when status = 'paid' then 10000 + n % 40 * 500 end, at,
       case when status = 'paid' and kind <> 'one-time' then at + n % 50 * interval '1 hour' end,
       case when status = 'paid' then at + n % 53 * interval '1 hour' end,
       case when status = 'paid' then case when n % 11 = 0 then 'import' else 'callback' end end,
       case when status = 'paid' and n % 5 > 0 then at + n % 5 * interval '1 day' end,
       case when status = 'open' and n % 17 = 0 then at + interval '1 minute' end,
       case when n % 13 = 0 then at end, case when n % 13 = 0 and n % 8 > 0 then at + (n % 8 - 2) * interval '1 minute' end,
       case when n % 1009 = 0 then at end, case when status = 'open' and n % 503 < 9 then at + interval '5 minutes' end
     from (
       select n, (array['link','link','link','routing','one-time','link','routing','one-time','link'])[n % 9 + 1] as kind,
         case when n % 1201 = 4 then 'creating' else
           (array['paid','open','paid','expired','awaiting_payment','paid','deleted','failed'])[n * 5 % 8 + 1] end as status,
         timestamptz '2026-10-01 00:00+00' + n / 3 * interval '10 minutes' as at
       from generate_series(1, 7000) as n) as payment`,
  );
  await db.exec('analyze payments');
}

const wibDay = (instant: Date): string => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

function isBetween(instant: Date | null, from: string | undefined, to: string | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  return instant !== null && (from ?? '') <= wibDay(instant) && wibDay(instant) <= (to ?? '9');
}

const isAmong = <T>(value: T, values: readonly T[] | undefined): boolean => !values?.length || values.includes(value);

function countsAt(row: Row): Date | null {
  if (row.status !== 'paid') return null;
  return row.paidAt ?? (row.knownSource === 'import' ? row.createdAt : row.knownAt);
}

function needs(row: Row, attention: Attention | undefined, now: Date): boolean {
  const isOld = (since: Date | null, ms = 60_000) => since !== null && now.getTime() - since.getTime() >= ms;
  switch (attention) {
    case undefined:
      return true;
    case 'outcome_unknown':
      return (row.status === 'creating' && isOld(row.createdAt)) || isOld(row.deletingSince);
    case 'contradicted':
      return row.contradictedAt !== null;
    case 'unconfirmed':
      return isOld(row.claimedAt, 3_600_000);
    case 'callback_missing':
      return isOld(row.simulatedAt) && !(row.calledBackAt && row.simulatedAt && row.calledBackAt >= row.simulatedAt);
  }
}

const isFound = (row: Row, filter: PaymentFilter, now: Date): boolean =>
  isAmong(row.kind, filter.kinds) &&
  isAmong(row.status, filter.status) &&
  isAmong(row.settlement, filter.settlement) &&
  isAmong(row.provider, filter.provider) &&
  (!filter.method?.length || (row.method !== null && filter.method.includes(row.method))) &&
  isBetween(row.createdAt, filter.createdFrom, filter.createdTo) &&
  isBetween(countsAt(row), filter.paidFrom, filter.paidTo) &&
  isBetween(row.settlesAt, filter.settlesFrom, filter.settlesTo) &&
  needs(row, filter.attention, now) &&
  (filter.q ?? '').split(' ').every((word) => row.description.includes(word));

function inOrder(found: Row[], sort: Sort): Row[] {
  const key = (row: Row) => (sort.endsWith('amount') ? row.amountIdr : row.createdAt.getTime());
  const ascending = found.toSorted((a, b) => key(a) - key(b) || (a.id < b.id ? -1 : 1));
  return sort.startsWith('-') ? ascending.toReversed() : ascending;
}

const some = <T>(...values: T[]) => fc.subarray(values);
const days = fc.integer({ min: 0, max: 24 }).map((n) => wibDay(new Date(Date.UTC(2026, 8, 29) + n * 86_400_000)));

const allFilters = fc.record({
  kinds: some<PaymentKind>('link', 'routing', 'one-time'),
  status: some<PaymentStatus>('paid', 'open', 'creating', 'expired', 'failed'),
  settlement: some<Settlement>('none', 'waiting', 'settled'),
  provider: some<ProviderName>('rem', 'fazz'),
  method: some<Method>('va', 'qris', 'retail_outlet', 'card'),
  createdFrom: days,
  createdTo: days,
  paidFrom: days,
  paidTo: days,
  settlesFrom: days,
  settlesTo: days,
  attention: fc.constantFrom<Attention>('outcome_unknown', 'contradicted', 'unconfirmed', 'callback_missing'),
  q: fc.constantFrom('lebaran', 'kopi', 'kopi lebaran', 'ob'),
});
type Filters = typeof allFilters extends fc.Arbitrary<infer All> ? Partial<All> : never;

/** A few of them at a time: all together find nothing. */
const filters = allFilters.chain((all) =>
  fc
    .subarray(Object.keys(all), { maxLength: 4 })
    .map((kept): Filters => Object.fromEntries(Object.entries(all).filter(([name]) => kept.includes(name)))),
);

/** Around the moment at which a payment's minute is over. */
const instants = fc
  .tuple(fc.nat(6_999), fc.constantFrom(59_999, 60_000, 120_000, 119_999))
  .map(([index, afterMs]) => new Date((rows[index]?.createdAt.getTime() ?? 0) + afterMs));

const sorts = fc.constantFrom<Sort>('-createdAt', 'createdAt', '-amount', 'amount');

test('a search finds what a look at every payment finds, in the same order, pages and totals', async () => {
  await fc.assert(
    fc.asyncProperty(filters, sorts, instants, fc.integer({ min: 1, max: 200 }), async (filter, sort, now, limit) => {
      const search = { environment: 'sandbox' as const, ...filter };
      const expected = inOrder(
        rows.filter((row) => isFound(row, search, now)),
        sort,
      );
      const ids = expected.map(({ id }) => id);
      const first = await searchPayments(db, { ...search, sort, limit }, now);
      expect(first.items.map(({ id }) => id)).toEqual(ids.slice(0, limit));
      expect(first.nextCursor === null).toBe(ids.length <= limit);
      if (first.nextCursor !== null) {
        const second = await searchPayments(db, { ...search, sort, limit, cursor: first.nextCursor }, now);
        expect(second.items.map(({ id }) => id)).toEqual(ids.slice(limit, 2 * limit));
        const back = await searchPayments(db, { ...search, sort, limit, cursor: second.previousCursor ?? '' }, now);
        expect(back.items).toEqual(first.items);
      }
      const paid = expected.filter(({ status }) => status === 'paid');
      expect(await totalPayments(db, search, now)).toEqual({
        count: ids.length,
        countIsExact: true,
        paidCount: paid.length,
        paidAmountIdr: paid.reduce((sum, { paidAmountIdr }) => sum + (paidAmountIdr ?? 0), 0),
      });
    }),
    { numRuns: 80 },
  );
});

describe('what needs a person', () => {
  const now = new Date('2026-12-01T00:00:00.000Z');
  const found = async (attention: Attention, kinds: PaymentKind[] = []) =>
    (await searchPayments(db, { environment: 'sandbox', attention, kinds, limit: 200 }, now)).items;

  test('is found among all kinds, however rare it is', async () => {
    const contradicted = await found('contradicted');
    expect(contradicted.map(({ id }) => Number(id.slice(4)))).toEqual([6054, 5045, 4036, 3027, 2018, 1009]);
    expect(new Set(contradicted.map(({ kind }) => kind)).size).toBeGreaterThan(1);
    const links = contradicted.filter(({ kind }) => kind === 'link');
    expect(await found('contradicted', ['link'])).toEqual(links);
  });

  test('is an unknown outcome after a minute and not before', async () => {
    const [creating] = rows.filter(({ status }) => status === 'creating');
    if (!creating) throw new Error('nothing is being created');
    const isFoundAt = async (ms: number) => {
      const at = new Date(creating.createdAt.getTime() + ms);
      const search = { environment: 'sandbox' as const, attention: 'outcome_unknown' as const, limit: 200 };
      return (await searchPayments(db, search, at)).items.some(({ id }) => id === creating.id);
    };
    expect(await isFoundAt(59_999)).toBe(false);
    expect(await isFoundAt(60_000)).toBe(true);
  });
});

test.each([
  ['paidFrom', '2026-02-30'],
  ['paidTo', '2026-13-01'],
  ['settlesFrom', '2025-02-29'],
  ['settlesTo', '2026-11-31'],
])('a day that no calendar has is refused: %s %s', async (field, day) => {
  const search = { environment: 'sandbox' as const, [field]: day };
  const refused = { type: 'invalid-request', facts: { errors: [{ field }] } };
  await expect(searchPayments(db, search, new Date(0))).rejects.toMatchObject(refused);
});

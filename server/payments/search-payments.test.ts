import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Db } from '../db/db.ts';
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
        accountNumber: '8808998000017723',
        paymentCode: '887732201',
        partnerUserId: 'e8df1d97-56c2',
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
    ['account number', '8808998000017723'],
    ['end of the account number', '017723'],
    ['payment code', '887732201'],
    ["merchant's own id of the customer", 'e8df1d97-56c2'],
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
    expect(await find({ q: 'siti', kinds: ['routing'] })).toEqual([]);
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
    const { count } = await totalPayments(db, { environment, kinds: ['link'], ...search }, now);
    expect(count).toBe(expected.length);
  });

  test.each(['2026-02-30', '2026-13-01', '2025-02-29'])('refuse a day that no calendar has: %s', async (impossible) => {
    const refused = { type: 'invalid-request', facts: { errors: [{ field: 'createdTo' }] } };
    await expect(find({ environment, createdTo: impossible })).rejects.toMatchObject(refused);
    await expect(totalPayments(db, { environment, kinds: ['link'], createdTo: impossible }, now)).rejects.toMatchObject(
      refused,
    );
  });
});

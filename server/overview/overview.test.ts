import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { PaymentFilter } from '../payments/search.ts';
import { searchPayments } from '../payments/search-payments.ts';
import { totalPayments } from '../payments/total-payments.ts';
import { callBack, destinationAt, newDestination, readDestination, sendOn } from '../testing/send-on.ts';
import { startTestApp, type TestApp } from '../testing/start-test-app.ts';
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts';
import { getOverview } from './get-overview.ts';

type Schemas = components['schemas'];
type PaidPeriod = Schemas['PaidPeriod'];

const dayMs = 86_400_000;
/** A Thursday, 13:30 WIB. */
const thursday = new Date('2026-11-19T06:30:00.000Z');
const at = (ms: number) => new Date(thursday.getTime() + ms);
const midnight = Date.parse('2026-11-19T00:00:00+07:00') - thursday.getTime();

/** Any time of three weeks, and often the very edge of a WIB day or of the time of day of `thursday`. */
const instants = fc.oneof(
  fc.integer({ min: -17 * dayMs, max: 4 * dayMs }),
  fc
    .tuple(fc.integer({ min: -17, max: 4 }), fc.constantFrom(midnight, 0), fc.integer({ min: -1, max: 1 }))
    .map(([days, timeOfDay, ms]) => days * dayMs + timeOfDay + ms),
);
const kinds = fc.constantFrom(['link', 'rem'], ['link', 'fazz'], ['routing', 'rem'], ['one-time', 'fazz'] as const);
const rowsOfLedger = fc.record({
  kind: kinds,
  status: fc.constantFrom('paid', 'paid', 'paid', 'open', 'creating', 'expired', 'failed'),
  settlement: fc.constantFrom('none', 'waiting', 'waiting', 'settled'),
  method: fc.constantFrom('va', 'qris', 'ewallet', 'retail_outlet', null),
  amount_idr: fc.integer({ min: 10_000, max: 100_000_000 }),
  isAmountKnown: fc.boolean(),
  known_source: fc.constantFrom('callback', 'read', 'import'),
  created_at: instants,
  paid_at: fc.option(instants),
  known_at: instants,
  settles_at: fc.option(instants),
  simulated_at: fc.option(instants, { freq: 2 }),
  called_back_at: fc.option(instants, { freq: 2 }),
  contradicted_at: fc.option(instants, { freq: 2 }),
  claimed_at: fc.option(instants, { freq: 2 }),
  updated_at: instants,
});

const instantFields = [
  ...(['created_at', 'paid_at', 'known_at', 'settles_at'] as const),
  ...(['simulated_at', 'called_back_at', 'contradicted_at', 'claimed_at', 'updated_at'] as const),
];

/** Straight into the table: what follows from payments needs no history. */
async function fill(db: Db, count: number): Promise<void> {
  const rows = fc.sample(rowsOfLedger, { numRuns: count, seed: 20_261_119 }).map((row, number) => {
    const { kind, isAmountKnown, ...rest } = row;
    const isPaid = row.status === 'paid';
    const times = instantFields.map((field) => [field, row[field] === null ? null : at(row[field]).toISOString()]);
    return {
      ...rest,
      ...Object.fromEntries(times),
      id: `pay_${String(number).padStart(26, '0')}`,
      environment: number % 10 === 0 ? 'staging' : 'sandbox',
      kind: kind[0],
      provider: kind[1],
      reference: `R${number}`,
      settlement: isPaid ? row.settlement : 'none',
      known_source: isPaid ? row.known_source : null,
      paid_at: isPaid && row.paid_at !== null ? at(row.paid_at).toISOString() : null,
      known_at: isPaid ? at(row.known_at).toISOString() : null,
      paid_amount_idr: isPaid && isAmountKnown ? row.amount_idr : null,
    };
  });
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  await db.query(
    `insert into payments (${columns}) select ${columns} from jsonb_populate_recordset(null::payments, $1::jsonb)`,
    [rows],
  );
}

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await createTestDatabase();
  db = database.db;
  await fill(db, 1_500);
});
afterAll(() => database.close());

const environment = 'sandbox';
const overviewAt = (now: Date) => getOverview({ db, clock: () => now }, environment);

/** What the list behind a figure counts; every paid payment of a search by when it was paid has been paid. */
async function listed(filter: Omit<PaymentFilter, 'environment'>, now: Date) {
  const { count, paidAmountIdr, countIsExact } = await totalPayments(db, { environment, ...filter }, now);
  expect(countIsExact).toBe(true);
  return { count, amountIdr: paidAmountIdr };
}

/** Every row of a search, page by page. */
async function rowsOf(filter: Omit<PaymentFilter, 'environment'>, now: Date): Promise<Schemas['PaymentRow'][]> {
  const rows: Schemas['PaymentRow'][] = [];
  let cursor: string | undefined;
  do {
    const page = await searchPayments(db, { environment, limit: 200, ...(cursor && { cursor }), ...filter }, now);
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

const sumOf = (rows: readonly { paidAmountIdr: number | null }[]) => ({
  count: rows.length,
  amountIdr: rows.reduce((sum, { paidAmountIdr }) => sum + (paidAmountIdr ?? 0), 0),
});

/** Paid on a day of the week before, up to the same time of day a week before `now`. */
async function paidBefore(day: string, now: Date) {
  const { rows } = await db.query<{ paidAmountIdr: number | null }>(
    `select paid_amount_idr as "paidAmountIdr" from payments where environment = $1 and counts_at < $2
       and counts_at >= $3::timestamptz and counts_at < $3::timestamptz + interval '1 day'`,
    [environment, new Date(now.getTime() - 7 * dayMs), `${day}T00:00:00+07:00`],
  );
  return sumOf(rows);
}

const weekEarlier = (day: string) => new Date(Date.parse(day) - 7 * dayMs).toISOString().slice(0, 10);
const total = (
  parts: readonly Pick<Schemas['PaidDay'], 'count' | 'amountIdr' | 'comparedCount' | 'comparedAmountIdr'>[],
) =>
  parts.reduce(
    (sum, part) => ({
      count: sum.count + part.count,
      amountIdr: sum.amountIdr + part.amountIdr,
      comparedCount: sum.comparedCount + part.comparedCount,
      comparedAmountIdr: sum.comparedAmountIdr + part.comparedAmountIdr,
    }),
    { count: 0, amountIdr: 0, comparedCount: 0, comparedAmountIdr: 0 },
  );

const nows = [
  ['on a Thursday at noon', thursday],
  ['in the first instant of a Monday', new Date('2026-11-16T00:00:00+07:00')],
  ['in the last instant of a Sunday', new Date('2026-11-15T23:59:59.999+07:00')],
  ['on a Sunday morning, which is still Saturday in UTC', new Date('2026-11-15T05:00:00+07:00')],
] as const;

describe.each(nows)('every figure is the sum of the list behind it, %s:', (_, now) => {
  let overview: Schemas['Overview'];
  let today: PaidPeriod | undefined;
  let week: PaidPeriod | undefined;
  beforeAll(async () => {
    overview = await overviewAt(now);
    [today, week] = overview.periods;
  });

  it('what was paid on each day, beside the same day of the week before', async () => {
    expect(overview.periods.map(({ name }) => name)).toEqual(['today', 'week']);
    for (const period of overview.periods) {
      expect(period.compared).toEqual({ from: weekEarlier(period.from), to: weekEarlier(period.to) });
      for (const { day, count, amountIdr, comparedCount, comparedAmountIdr } of period.days) {
        expect({ count, amountIdr }).toEqual(await listed({ paidFrom: day, paidTo: day }, now));
        const before = await paidBefore(weekEarlier(day), now);
        expect({ count: comparedCount, amountIdr: comparedAmountIdr }).toEqual(before);
      }
    }
    expect(today?.days.map(({ day }) => day)).toEqual([overview.today]);
    expect(week?.days[0]?.day).toBe(week?.from);
    expect(new Date(week?.from ?? '').getUTCDay()).toBe(1);
    expect(week?.to).toBe(overview.today);
    expect(week?.days.at(-1)).toEqual(today?.days[0]);
  });

  it('what was paid in each period by kind, provider and method', async () => {
    for (const { from: paidFrom, to: paidTo, groups, days } of overview.periods) {
      expect(total(groups)).toEqual(total(days));
      const rows = await rowsOf({ paidFrom, paidTo }, now);
      expect(sumOf(rows)).toEqual({ count: total(days).count, amountIdr: total(days).amountIdr });
      for (const { kind, provider, method, count, amountIdr } of groups) {
        const ofGroup = rows.filter((row) => row.kind === kind && row.provider === provider && row.method === method);
        expect({ count, amountIdr }).toEqual(sumOf(ofGroup));
        const filter: PaymentFilter = {
          environment,
          kinds: [kind],
          provider: [provider],
          ...(method === null ? { missing: ['method'] } : { method: [method] }),
          paidFrom,
          paidTo,
        };
        expect({ count, amountIdr }).toEqual(await listed(filter, now));
      }
    }
    expect(week?.groups.some(({ method }) => method === null)).toBe(true);
  });

  it('what waits for settlement, by expected day', async () => {
    const { settlements } = overview;
    const days = settlements.map(({ day }) => day);
    expect(days.slice(0, -1)).toEqual(days.slice(0, -1).toSorted());
    expect(days.at(-1)).toBeNull();
    const rows = await rowsOf({ settlement: ['waiting'] }, now);
    expect(rows).toHaveLength(settlements.reduce((sum, { count }) => sum + count, 0));
    for (const { day, count, amountIdr } of settlements) {
      const expected: Partial<PaymentFilter> =
        day === null ? { missing: ['settlesAt'] } : { settlesFrom: day, settlesTo: day };
      expect({ count, amountIdr }).toEqual(await listed({ settlement: ['waiting'], ...expected }, now));
    }
  });

  it('what needs a person', async () => {
    expect(overview.attention.map(({ attention }) => attention)).toEqual([
      'outcome_unknown',
      'contradicted',
      'unconfirmed',
      'callback_missing',
      'callback_parked',
      'destination_stopped',
    ]);
    for (const { attention, count } of overview.attention) {
      if (attention === 'callback_parked' || attention === 'destination_stopped') continue;
      expect(count).toBeGreaterThan(0);
      expect(await rowsOf({ attention }, now)).toHaveLength(count);
    }
  });
});

it('the payments that changed last come newest first', async () => {
  const { recent } = await overviewAt(thursday);
  const { rows } = await db.query<{ id: string }>(
    `select id from payments where environment = $1 order by updated_at desc, id desc limit 10`,
    [environment],
  );
  expect(recent.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

it('all figures are of one state of the ledger, also while payments are paid', async () => {
  const own = await createTestDatabase();
  await fill(own.db, 300);
  // From now on each payment that is paid was paid today, and waits for settlement.
  await own.db.query(`update payments set environment = 'production', status = 'open', settlement = 'none'`);
  let isOver = false;
  const paying = (async () => {
    for (let number = 0; number < 300 && !isOver; number++)
      await own.db.query(
        `update payments set status = 'paid', settlement = 'waiting', paid_at = $2, paid_amount_idr = amount_idr where id = $1`,
        [`pay_${String(number).padStart(26, '0')}`, thursday],
      );
  })();
  const counts = new Set<number>();
  for (let read = 0; read < 60; read++) {
    const { periods, settlements } = await getOverview({ db: own.db, clock: () => thursday }, 'production');
    const waiting = settlements.reduce(
      (sum, { count, amountIdr }) => ({ count: sum.count + count, amountIdr: sum.amountIdr + amountIdr }),
      { count: 0, amountIdr: 0 },
    );
    for (const { days } of periods) expect(total(days)).toMatchObject(waiting);
    counts.add(waiting.count);
  }
  isOver = true;
  await paying;
  expect(counts.size).toBeGreaterThan(1);
  await own.close();
});

describe('through the API', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ clock: () => thursday, startWorkers: false });
  });
  afterAll(() => app.close());

  it('an empty ledger has figures too, and everybody who signs in may see them', async () => {
    const viewer = await app.signIn('viewer');
    const { data } = await viewer.GET('/api/{environment}/overview', { params: { path: { environment } } });
    expect(data).toMatchObject({ asOf: thursday.toISOString(), today: '2026-11-19', settlements: [], recent: [] });
    expect(data?.periods.map(({ days, groups }) => [days.length, groups])).toEqual([
      [1, []],
      [4, []],
    ]);
    expect(data?.attention.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('parked callbacks and destinations that were stopped need a person; one that a person paused does not', async () => {
    const admin = await app.signIn('admin');
    const needs = async () => {
      const { data } = await admin.GET('/api/{environment}/overview', { params: { path: { environment } } });
      return Object.fromEntries(data?.attention.map(({ attention, count }) => [attention, count]) ?? []);
    };
    const gone = await newDestination(app, admin, 'gudang');
    const resting = await newDestination(app, admin, 'laporan');
    await admin.POST('/api/{environment}/destinations/{destinationId}/pause', destinationAt(resting.id));
    expect(await needs()).toMatchObject({ callback_parked: 0, destination_stopped: 0 });

    // 410 says that it will never take anything again.
    app.sandbox.control.receivers.change('gudang', { answer: 'gone' });
    await callBack(app, 'NOBODY', { status: 'complete' });
    await sendOn(app);
    expect(await needs()).toMatchObject({ callback_parked: 1, destination_stopped: 1 });
    expect((await readDestination(admin, gone.id)).pausedReason).toBe('gone');
  });
});

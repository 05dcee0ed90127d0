import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { createSeedClock } from './seed-clock.ts';
import { planPayments } from './seed-plan.ts';
import { seedSandbox } from './seed-sandbox.ts';

const seedClock = createSeedClock();
let app: TestApp;
let viewer: TestClient;
let tookMs = 0;

beforeAll(async () => {
  app = await startTestApp({ sandbox: { clock: seedClock.now, settleAfterMs: 20_000 } });
  viewer = await app.signIn('viewer');
  const startedMs = performance.now();
  await seedSandbox(app, seedClock);
  tookMs = performance.now() - startedMs;
}, 120_000);
afterAll(() => app.close());

const count = async (text: string) => (await app.db.query<{ n: number }>(text)).rows[0]?.n ?? 0;
const search = (query: Record<string, string | string[]>) =>
  viewer.GET('/api/{environment}/payments', { params: { path: { environment: 'sandbox' }, query } });

it('fills an empty table with about 300 payments of every kind, of both providers, quickly', async () => {
  expect(await count(`select count(*) as n from payments where kind = 'link'`)).toBeGreaterThan(190);
  expect(await count(`select count(*) as n from payments where kind = 'routing'`)).toBeGreaterThan(40);
  expect(await count(`select count(distinct method) as n from payments where kind = 'one-time'`)).toBe(4);
  expect(await count(`select count(distinct provider) as n from payments`)).toBe(2);
  // 5 s on an idle machine; the machine of a test may be anything but idle.
  expect(tookMs).toBeLessThan(180_000);
});

it.each(['open', 'awaiting_payment', 'processing', 'paid', 'expired', 'deleted', 'failed'] as const)(
  'has payments that are %s',
  async (status) => {
    const { data } = await search({ status: [status] });
    expect(data?.items.length).toBeGreaterThan(2);
  },
);

it('has money that waits for settlement, that is settled, and that came late', async () => {
  expect(await count(`select count(*) as n from payments where settlement = 'waiting'`)).toBeGreaterThan(5);
  expect(await count(`select count(*) as n from payments where settlement = 'settled'`)).toBeGreaterThan(50);
  expect(await count(`select count(*) as n from payments where late`)).toBeGreaterThan(0);
});

it('is spread over 30 days, with everything said about a payment after its creation and before now', async () => {
  expect(await count(`select count(distinct created_at::date) as n from payments`)).toBeGreaterThan(25);
  expect(
    await count(`select count(*) as n from payments where created_at < now() - interval '25 days'`),
  ).toBeGreaterThan(3);
  const misplaced = `select count(*) as n from observations o join payments p on p.id = o.payment_id
    where o.observed_at < p.created_at or o.observed_at > now() + interval '1 second'`;
  expect(await count(misplaced)).toBe(0);
  const early = `select count(*) as n from payments where settled_at::time <> '08:00' and created_at < now() - interval '3 days'`;
  expect(await count(early)).toBe(0);
});

it('has every payment of REM confirmed by a read, and ends that the sweep found', async () => {
  expect(
    await count(`select count(*) as n from payments where provider = 'rem' and confirmed_at is not null`),
  ).toBeGreaterThan(30);
  const unconfirmed = `select count(*) as n from payments where provider = 'rem' and status = 'paid' and confirmed_at is null`;
  expect(await count(unconfirmed)).toBe(0);
  expect(
    await count(`select count(*) as n from observations where source = 'sweep' and verdict = 'applied'`),
  ).toBeGreaterThan(3);
});

it('leaves nothing open behind: no unread callback, no unknown outcome, the twin at the present and calling us', async () => {
  expect(await count(`select count(*) as n from callbacks where state = 'received'`)).toBe(0);
  expect(await count(`select count(*) as n from payments where check_after is not null or status = 'creating'`)).toBe(
    0,
  );
  expect(await count(`select count(*) as n from payments where confirm_after is not null`)).toBe(0);
  const { control } = app.sandbox;
  expect(Math.abs(control.now().getTime() - Date.now())).toBeLessThan(1_000);
  expect(control.settings().callbackUrls.rem).toContain(app.url);
  expect(control.settings().settleAfterMs).toBe(20_000);
  expect(control.armed()).toEqual([]);
});

it('is not sown twice', async () => {
  const before = await count(`select count(*) as n from payments`);
  await seedSandbox(app, seedClock);
  expect(await count(`select count(*) as n from payments`)).toBe(before);
});

it('is the same at every start of the same minute', () => {
  const now = new Date('2026-11-20T05:00:00Z');
  expect(planPayments(now)).toEqual(planPayments(now));
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import { type AnsweringServer, startAnsweringServer } from '../testing/answering-server.ts';
import { type KillableServer, startKillableServer } from '../testing/killable-server.ts';
import { doToOrder, readItems, readOrder } from '../testing/resend-inputs.ts';

type Order = components['schemas']['ResendOrder'];

const environment = 'staging';
/**
 * The full proof takes 10,000, and waits in real time until the lease of a server that was killed has ended; it prints its
 * figures: `RESENT=10000 npx vitest run --project server server/resends/resend-many.test.ts`.
 */
const { RESENT } = process.env;
const many = Number(RESENT ?? 300);
const awayMs = RESENT === undefined ? 60_000 : 0;
/** After the kill while the order is paused: at which parts of it, while it goes on. */
const killsAt = RESENT === undefined ? [0.5] : [0.4, 0.7];
/** In a filter of payments too, but never called back about. */
const silentPayments = 7;
/** Of one second at the quickest pace: so many may be on their way when the server is killed. */
const mostAtOnce = 20;

let app: KillableServer;
let receiver: AnsweringServer;
/** How each request was answered, by the reference that it is about. */
const answers = new Map<string, number[]>();

beforeAll(async () => {
  receiver = await startAnsweringServer();
  app = await startKillableServer({ prepare: fill });
  let count = 0;
  receiver.behave((response, { body }) => {
    count += 1;
    const reference: string = JSON.parse(body).partner_tx_id;
    const status = count % 3 === 0 ? 500 : 200;
    answers.set(reference, [...(answers.get(reference) ?? []), status]);
    receiver.received.length = 0;
    // Of every eleventh the answer is lost.
    if (count % 11 === 0) response.destroy();
    else response.writeHead(status).end();
  });
}, 180_000);
afterAll(async () => {
  await app.close();
  await receiver.close();
});
beforeEach(() => answers.clear());

/** Paid links of which each has called back once, straight into the tables: through the doors it would take an hour. */
async function fill(db: Db): Promise<void> {
  await db.query(
    `insert into payments (id, environment, kind, provider, reference, status, amount_idr, created_at)
     select 'pay_' || lpad(n::text, 26, '0'), 'staging', 'link', 'rem', 'MANY' || n, 'paid', 10000,
       timestamptz '2026-11-01 00:00Z' + n * interval '1 second' from generate_series(1, $1::int) as n`,
    [many + silentPayments],
  );
  await db.query(
    `insert into callbacks (environment, provider, headers, body, state, payment_id, processed_at)
     select 'staging', 'rem', '{"content-type":"application/json"}',
       convert_to('{"partner_tx_id":"' || reference || '","status":"complete"}', 'UTF8'), 'processed', id, now()
     from payments order by id limit $1`,
    [many],
  );
  // A payment of another kind, which the filter leaves out.
  await db.query(
    `insert into payments (id, environment, kind, provider, reference, status, amount_idr, created_at)
     values ('pay_other000000000000000000000', 'staging', 'routing', 'rem', 'OTHER', 'paid', 10000, '2026-11-01')`,
  );
}

const read = (id: string): Promise<Order> => readOrder(client(), id, environment);
const does = (id: string, verb: Parameters<typeof doToOrder>[2]) => doToOrder(client(), id, verb, environment);
/** The functions of the tests take a client with its cookie. */
const client = () => Object.assign(app.client(), { cookie: app.cookie });
const sent = () => answers.size;

/** Waits until as many were sent, whatever is under way. */
const untilSent = (count: number) =>
  expect.poll(sent, { timeout: 300_000, interval: 20 }).toBeGreaterThanOrEqual(count);

/** What the full proof prints. */
function figures({ count, doneCount, failedCount, unknownCount, skippedCount, createdAt, endedAt }: Order): string {
  const mostAtReceiver = Math.max(...[...answers.values()].map(({ length }) => length));
  const seconds = Math.round((Date.parse(endedAt ?? '') - Date.parse(createdAt)) / 1_000);
  const results = `${doneCount} done, ${failedCount} failed, ${unknownCount} unknown, ${skippedCount} skipped`;
  const atReceiver = `${answers.size} of them at the receiver, each ${mostAtReceiver} times at most`;
  return `${count} items: ${results}; ${atReceiver}; ${1 + killsAt.length} kills; ${seconds} s from order to end`;
}

const filters = {
  payments: { paymentFilter: { kind: ['link' as const], createdFrom: '2026-11-01', createdTo: '2026-11-02' } },
  callbacks: { callbackFilter: { provider: ['rem' as const], state: ['processed' as const] } },
};

it.each([
  { of: 'payments', silent: silentPayments },
  { of: 'callbacks', silent: 0 },
] as const)(
  `${many} callbacks are resent by a filter of $of to a receiver that fails: paused, killed, resumed, killed again and finished, each has one result and none was sent twice`,
  async ({ of: what, silent }) => {
    const path = { environment } as const;
    const { data: destination } = await app.client().POST('/api/{environment}/destinations', {
      params: { path },
      body: { name: `ERP of ${what}`, url: `${receiver.url}/hook` },
    });
    const to = { via: 'destination', destinationId: destination?.id ?? '', perMinute: 6_000 } as const;
    const body = { ...filters[what], ...to };
    const preview = await app.client().POST('/api/{environment}/resend-previews', { params: { path }, body });
    expect(preview.data).toEqual({
      count: many,
      skipped: silent === 0 ? [] : [{ reason: 'no_callback_yet', count: silent }],
      isTooMany: false,
      durationSeconds: Math.ceil(many / 100),
    });

    const before = performance.now();
    const created = await app.client().POST('/api/{environment}/resend-orders', {
      params: { path, header: { 'Idempotency-Key': randomUUID() } },
      body,
    });
    expect(performance.now() - before).toBeLessThan(15_000);
    expect(created.data).toMatchObject({ count: many + silent, skippedCount: silent });
    const id = created.data?.id ?? '';
    await expect.poll(async () => (await read(id)).state, { timeout: 60_000 }).toBe('canary_done');
    expect(sent()).toBe(1);

    await does(id, 'continue');
    await untilSent(0.15 * many);
    expect((await does(id, 'pause')).data?.state).toBe('paused');
    await app.killNine();
    await app.restart({ awayMs });
    const paused = await read(id);
    expect(paused.state).toBe('paused');
    // What was on its way has arrived or not by now; nothing more is sent.
    const afterKill = sent();
    await expect.poll(async () => (await read(id)).unknownCount, { timeout: 60_000 }).toBeLessThanOrEqual(mostAtOnce);
    expect(sent()).toBe(afterKill);

    expect((await does(id, 'resume')).data?.state).toBe('running');
    for (const part of killsAt) {
      await untilSent(part * many);
      await app.killNine();
      await app.restart({ awayMs });
    }
    await expect.poll(async () => (await read(id)).state, { timeout: 400_000, interval: 100 }).toBe('done');

    const order = await read(id);
    const items = await readItems(client(), id, environment);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: many + silent }, (_, index) => index + 1));
    const of = (outcome: string) => items.filter((item) => item.outcome === outcome);
    const counted = ['done', 'failed', 'unknown', 'skipped'].map((outcome) => of(outcome).length);
    expect(counted).toEqual([order.doneCount, order.failedCount, order.unknownCount, order.skippedCount]);
    expect(counted.reduce((sum, count) => sum + count)).toBe(many + silent);
    expect(order.unknownCount).toBeLessThanOrEqual((1 + killsAt.length) * mostAtOnce);
    expect(order.failedCount).toBeGreaterThan(many / 4);

    const requests = (reference: string | null) => answers.get(reference ?? '') ?? [];
    expect([...answers.values()].filter(({ length }) => length > 1)).toEqual([]);
    expect(of('done').filter(({ reference }) => requests(reference).join() !== '200')).toEqual([]);
    expect(of('failed').filter(({ reference }) => requests(reference).length !== 1)).toEqual([]);
    expect(of('skipped').filter(({ reference }) => requests(reference).length !== 0)).toEqual([]);
    expect(answers.has('OTHER')).toBe(false);

    const csv = await fetch(`${app.url}/api/${environment}/resend-orders/${id}/items.csv`, {
      headers: { cookie: app.cookie },
    });
    expect((await csv.text()).split('\r\n')).toHaveLength(many + silent + 2);
    if (RESENT !== undefined) process.stdout.write(`${figures(order)}\n`);
  },
  1_200_000,
);

import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type AnsweringServer, type Received, startAnsweringServer } from '../testing/answering-server.ts';
import { type KillableServer, startKillableServer } from '../testing/killable-server.ts';

const environment = 'staging';
/**
 * The full proof takes 20, and waits in real time until the leases of a server that was killed have ended:
 * `KILLS=20 npx vitest run --project server server/destinations/killed-while-sending.test.ts`.
 */
const { KILLS } = process.env;
const kills = Number(KILLS ?? 2);
const awayMs = KILLS === undefined ? 60_000 : 0;
const payments = 60;
const rounds = 5;

let app: KillableServer;
let receiver: AnsweringServer;
/** Requests that the receiver took, in order. */
const taken: Received[] = [];
/** Until the last kill, so that no retry is waited for after it. */
let isRefusing = true;

beforeAll(async () => {
  receiver = await startAnsweringServer();
  app = await startKillableServer();
  const refused = new Set<unknown>();
  let count = 0;
  // Every seventh is refused, once, and each takes a while: a kill meets some on their way.
  receiver.behave((response, request) => {
    count += 1;
    const id = request.headers['webhook-id'];
    const isTaken = !isRefusing || count % 7 !== 0 || refused.has(id);
    if (!isTaken) refused.add(id);
    setTimeout(() => {
      if (isTaken) taken.push(request);
      response.writeHead(isTaken ? 200 : 503).end();
    }, 15);
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await receiver.close();
});

it(`${kills} times kill -9 while callbacks are sent on: each arrives at least once, signed, and in order per payment`, async () => {
  const { data: destination } = await app.client().POST('/api/{environment}/destinations', {
    params: { path: { environment } },
    body: { name: 'ERP', url: `${receiver.url}/hook` },
  });
  const webhook = new Webhook(destination?.secret ?? '');

  /** As a provider does: again until it is taken. */
  const call = async (payment: number, round: number) => {
    const body = JSON.stringify({
      partner_tx_id: `KILL${payment}`,
      status: 'waiting_payment',
      sender_note: `${round}`,
    });
    for (;;) {
      const response = await fetch(app.callbackUrl('rem'), { method: 'POST', body }).catch(() => null);
      if (response?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const killing = (async () => {
    for (let kill = 1; kill <= kills; kill++) {
      const next = Math.floor((kill / (kills + 1)) * payments * rounds);
      await expect.poll(() => taken.length, { timeout: 120_000, interval: 5 }).toBeGreaterThan(next);
      isRefusing = kill < kills;
      await app.killNine();
      await app.restart({ awayMs });
    }
  })();
  for (let round = 1; round <= rounds; round++)
    await Promise.all(Array.from({ length: payments }, (_, payment) => call(payment, round)));
  await killing;

  const seen = () => new Set(taken.map(({ body }) => body)).size;
  await expect.poll(seen, { timeout: 180_000, interval: 50 }).toBe(payments * rounds);
  const waiting = async () => {
    const { data } = await app.client().GET('/api/{environment}/destinations', { params: { path: { environment } } });
    return data?.items[0]?.waitingCount;
  };
  await expect.poll(waiting, { timeout: 180_000, interval: 50 }).toBe(0);

  for (let payment = 0; payment < payments; payment++) {
    const own = taken.filter(({ body }) => JSON.parse(body).partner_tx_id === `KILL${payment}`);
    const order = own.map(({ body }) => Number(JSON.parse(body).sender_note));
    // What was on its way at a kill comes once more, before anything later.
    expect(order).toEqual(order.toSorted());
    expect(new Set(order).size).toBe(rounds);
  }
  for (const { body, headers } of taken) {
    const texts = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    // At the time of sending: by the clock of a server that was away, or minutes ago.
    vi.setSystemTime(Number(texts['webhook-timestamp']) * 1_000);
    expect(() => webhook.verify(body, texts)).not.toThrow();
  }
  vi.useRealTimers();
  // A callback that REM repeated because its answer was lost is one more callback; one of ours has one id for ever.
  const ids = new Set(taken.map(({ headers }) => headers['webhook-id']));
  expect(ids.size).toBeGreaterThanOrEqual(payments * rounds);
  expect(taken.length - ids.size).toBeLessThanOrEqual(kills * 8);
}, 1_800_000);

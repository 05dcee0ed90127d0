import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import type { Sandbox } from '../sandbox/start-sandbox.ts';
import { type KillableServer, startKillableServer } from './killable-server.ts';
import { fazzInput, remInput } from './link-inputs.ts';

let server: KillableServer;
let twin: Sandbox;

const environment = 'staging';
/** The full proof takes 20: `KILLS=20 npx vitest run server/testing/kill-nine.test.ts`. */
const kills = Number(process.env.KILLS ?? 3);

beforeAll(async () => {
  server = await startKillableServer({ sandbox: { settleAfterMs: 40 * 24 * 3_600_000 } });
  twin = server.twin;
}, 120_000);
afterAll(() => server.close());

type CreateLinkInput = components['schemas']['CreateLinkInput'];
interface Order {
  key: string;
  body: CreateLinkInput;
}

/** The answer, or null when the server was not there to give one. */
const create = ({ key, body }: Order) =>
  server
    .client()
    .POST('/api/{environment}/links', { params: { path: { environment }, header: { 'Idempotency-Key': key } }, body })
    .catch(() => null);

/** Sends it until it is answered with a link. */
async function createWithPatience(order: Order): Promise<components['schemas']['Payment']> {
  for (;;) {
    const answer = await create(order);
    if (answer?.data) return answer.data;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const read = async (id: string) =>
  (await server.client().GET('/api/{environment}/links/{id}', { params: { path: { environment, id } } })).data;

const creations = (reference: string) => twin.control.links({ reference }).length;

it.each([
  ['REM', remInput()],
  ['Fazz', fazzInput()],
])(
  'kill -9 while %s makes a link: after the restart the console says by itself that it is there, once',
  async (_, body) => {
    twin.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 3_000 });
    const order = { key: randomUUID(), body };
    const before = twin.control.links().length;
    const answer = create(order);
    await expect.poll(() => twin.control.links().length, { timeout: 20_000 }).toBe(before + 1);
    await server.killNine();
    expect(await answer).toBeNull();

    await server.restart();
    const { data } = await server.client().GET('/api/{environment}/links', { params: { path: { environment } } });
    const [row] = data?.items ?? [];
    expect(row?.provider).toBe(body.provider);
    await expect.poll(async () => (await read(row?.id ?? ''))?.status, { timeout: 30_000, interval: 250 }).toBe('open');
    expect(creations(row?.reference ?? '')).toBe(1);

    const again = await create(order);
    expect(again?.response.status).toBe(200);
    expect(again?.data?.id).toBe(row?.id);
    expect(twin.control.links()).toHaveLength(before + 1);
  },
  90_000,
);

it(`${kills} times kill -9 at any moment: nothing that was acknowledged is lost, and nothing is made twice`, async () => {
  const orders: Order[] = [];
  const acknowledged = new Map<string, string>();
  let isOver = false;

  /** Creates links and has them paid; what is not answered is sent again with the same key, as a browser does. */
  async function work(index: number) {
    while (!isOver) {
      const order = { key: `kill-${index}-${randomUUID()}`, body: orders.length % 2 === 0 ? remInput() : fazzInput() };
      orders.push(order);
      const link = await createWithPatience(order);
      acknowledged.set(order.key, link.id);
      if (link.status === 'open') twin.control.pay(link.reference);
    }
  }

  const workers = [0, 1, 2].map(work);
  for (let kill = 0; kill < kills; kill++) {
    const next = acknowledged.size + Math.floor(Math.random() * 12);
    await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 2 }).toBeGreaterThanOrEqual(next);
    await server.killNine();
    // What a killed server was asking REM about is asked again when its lease has ended: with the last kill time passes.
    await server.restart(kill === kills - 1 ? { awayMs: 60_000 } : {});
  }
  isOver = true;
  await Promise.all(workers);
  expect(acknowledged.size).toBe(orders.length);
  expect(new Set(acknowledged.values()).size).toBe(orders.length);

  const stillCreating = () =>
    server
      .client()
      .GET('/api/{environment}/links', { params: { path: { environment }, query: { status: ['creating'] } } });
  await expect.poll(async () => (await stillCreating()).data?.items, { timeout: 60_000, interval: 250 }).toEqual([]);

  const delivered = new Set(twin.control.deliveries({ state: 'delivered' }).map(({ reference }) => reference));
  expect(delivered.size).toBeGreaterThan(kills);
  for (const id of acknowledged.values()) {
    const link = await read(id);
    const isThere = link?.status === 'open' || link?.status === 'paid';
    expect({ id, status: link?.status, atProvider: creations(link?.reference ?? '') }).toEqual({
      id,
      status: link?.status,
      atProvider: isThere ? 1 : 0,
    });
    if (delivered.has(link?.reference ?? ''))
      await expect.poll(async () => (await read(id))?.status, { timeout: 60_000, interval: 250 }).toBe('paid');
  }
}, 300_000);

it('SIGTERM finishes what is under way and ends well', async () => {
  twin.control.arm({ scenario: 'slow_answer', operation: 'createPaymentLink', delayMs: 700 });
  const before = twin.control.links().length;
  const answer = create({ key: randomUUID(), body: remInput() });
  await expect.poll(() => twin.control.links().length).toBe(before + 1);
  expect(await server.terminate()).toBe(0);
  expect((await answer)?.response.status).toBe(201);
  await server.restart();
  const id = (await answer)?.data?.id ?? '';
  expect((await read(id))?.status).toBe('open');
}, 60_000);

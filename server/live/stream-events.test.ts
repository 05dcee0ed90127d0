import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../start-server.ts';
import { type EventStream, openEvents } from '../testing/event-stream.ts';
import { newLink, readLink, remInput } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { callBack, destinationAt, newDestination } from '../testing/send-on.ts';
import { signInAs, startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const { clock, moveOn } = movableClock();
let app: TestApp;
let replica: RunningServer;
let finance: TestClient;
const open: EventStream[] = [];

beforeAll(async () => {
  // Nothing settles while the clock is moved on, so that only the tests make events.
  app = await startTestApp({ clock, sandbox: { settleAfterMs: 40 * 24 * 3_600_000 } });
  // Clocks are moved past the end of links here: what the sweep finds then would be told among what is expected.
  await app.workers.sweeper.pause();
  replica = await app.startReplica();
  await replica.workers.sweeper.pause();
  finance = await app.signIn('finance');
});
afterAll(async () => {
  await replica.stop();
  await app.close();
});
afterEach(() => {
  for (const stream of open.splice(0)) stream.close();
});

async function listen(lastEventId?: number, url = app.url, cookie = finance.cookie): Promise<EventStream> {
  const stream = await openEvents(url, cookie, lastEventId);
  open.push(stream);
  await expect.poll(() => stream.text()).toContain('id: ');
  return stream;
}

const paymentsOf = (stream: EventStream) => stream.events.filter(({ event }) => event === 'payment');
const newestId = async () =>
  (await app.db.query<{ id: number }>(`select coalesce(max(id), 0) as id from live_events`)).rows[0]?.id ?? 0;

describe('a stream', () => {
  it('says where it is at once, and then every change of a payment with its row', async () => {
    const stream = await listen();
    expect(stream.text()).toMatch(/^retry: 2000\nid: \d+\n\n/);
    const { id, reference } = await newLink(finance, remInput());
    // Each event carries the row as it is when it is told: the first may already say open.
    await expect.poll(() => paymentsOf(stream).at(-1)?.row).toMatchObject({ id, status: 'open' });
    app.sandbox.control.pay(reference);
    await expect.poll(() => paymentsOf(stream).at(-1)?.row).toMatchObject({ id, status: 'paid' });

    const { data } = await finance.GET('/api/{environment}/links', { params: { path: { environment: 'sandbox' } } });
    expect(paymentsOf(stream).at(-1)?.row).toEqual(data?.items.find((item) => item.id === id));
    const ids = paymentsOf(stream).map((event) => event.id ?? 0);
    expect(ids).toEqual([...ids].sort((a, b) => a - b));
  });

  it('of another replica tells it too', async () => {
    const { cookie } = await signInAs(replica.url, 'viewer');
    const stream = await listen(undefined, replica.url, cookie);
    const { id } = await newLink(finance, remInput());
    await expect.poll(() => paymentsOf(stream).at(-1)?.row).toMatchObject({ id, status: 'open' });
  });

  it('tells payments of every kind', async () => {
    const stream = await listen();
    for (const kind of ['routing', 'one-time'] as const) {
      const id = await makeLink(app.db, { kind });
      await expect.poll(() => paymentsOf(stream).at(-1)?.row).toMatchObject({ id, kind, status: 'creating' });
    }
  });

  it('tells callbacks once they were read or parked, each as the list shows it', async () => {
    const stream = await listen();
    const { id, reference } = await newLink(finance, remInput());
    await callBack(app, reference, { status: 'complete', amount: 150_000, sender_phone: '628129997777' });
    await callBack(app, 'NOBODY-9');
    const told = () => stream.events.flatMap(({ callback }) => callback ?? []);
    await expect.poll(told).toMatchObject([
      { state: 'processed', paymentId: id, status: 'paid' },
      { state: 'parked', parkedReason: 'unknown_payment', reference: 'NOBODY-9' },
    ]);
    expect(stream.text()).not.toContain('628129997777');
    const { data } = await finance.GET('/api/{environment}/callbacks', {
      params: { path: { environment: 'sandbox' } },
    });
    expect(data?.items[0]).toEqual(told()[1]);
  });

  it('tells of a callback what became of each attempt to send it on', async () => {
    const stream = await listen();
    const admin = await app.signIn('admin');
    const { id } = await newDestination(app, admin, 'live');
    app.sandbox.control.receivers.change('live', { answer: 'fail', remaining: 1 });
    const { reference } = await newLink(finance, remInput());
    await callBack(app, reference);
    const told = () => stream.events.flatMap(({ callback }) => callback?.delivery ?? []).at(-1);
    await expect.poll(told, { timeout: 20_000 }).toBe('failing');
    moveOn(6_000);
    await expect.poll(told, { timeout: 20_000 }).toBe('delivered');
    await admin.DELETE('/api/{environment}/destinations/{destinationId}', destinationAt(id));
  });

  it('holds no contacts', async () => {
    const stream = await listen();
    await newLink(finance, remInput({ emails: ['secret@example.com'], phone: '628129998888' }));
    await expect.poll(() => paymentsOf(stream).length).toBeGreaterThan(0);
    expect(stream.text()).not.toContain('secret@example.com');
    expect(stream.text()).not.toContain('628129998888');
  });

  it('is for people who are signed in', async () => {
    expect((await openEvents(app.url, 'tautan_session=nonsense')).status).toBe(401);
  });

  it('ends when its session ends', async () => {
    const { cookie } = await app.signIn('viewer');
    const stream = await listen(undefined, app.url, cookie);
    await fetch(`${app.url}/api/session`, { method: 'DELETE', headers: { cookie } });
    await expect.poll(() => stream.hasEnded(), { timeout: 20_000, interval: 200 }).toBe(true);
  });
});

describe('a reader that comes back', () => {
  it('gets what it missed, each link once as it is now, and then what happens next', async () => {
    const cursor = await newestId();
    const paid = await newLink(finance, remInput());
    const other = await newLink(finance, remInput());
    app.sandbox.control.pay(paid.reference);
    await expect.poll(async () => (await readLink(finance, paid.id)).status).toBe('paid');

    const stream = await listen(cursor);
    await expect.poll(() => paymentsOf(stream).length).toBe(2);
    expect(paymentsOf(stream).map(({ row }) => [row?.id, row?.status])).toEqual([
      [other.id, 'open'],
      [paid.id, 'paid'],
    ]);
    const next = await newLink(finance, remInput());
    await expect.poll(() => paymentsOf(stream).at(-1)?.row?.id).toBe(next.id);
  });

  it('misses nothing while links change and it comes and goes, on both replicas', async () => {
    const cursor = await newestId();
    const made: string[] = [];
    const making = (async () => {
      for (let index = 0; index < 25; index++) made.push((await newLink(finance, remInput())).id);
    })();
    const seen = new Map<string, string | undefined>();
    let last = cursor;
    // Each link has two events, and each visit takes one at the least.
    for (let visit = 0; visit < 50; visit++) {
      const server = visit % 2 === 0 ? app : replica;
      const stream = await openEvents(server.url, finance.cookie, last);
      await expect.poll(() => paymentsOf(stream).length, { timeout: 10_000 }).toBeGreaterThan(0);
      stream.close();
      for (const { id, row } of paymentsOf(stream)) {
        expect(id).toBeGreaterThan(last);
        last = id ?? last;
        if (row) seen.set(row.id, row.status);
      }
      const opens = [...seen.values()].filter((status) => status === 'open');
      if (opens.length === 25) break;
    }
    await making;
    expect([...seen.keys()].sort()).toEqual(made.sort());
    expect(new Set(seen.values())).toEqual(new Set(['open']));
  });

  it.each([
    ['of a future that never was', async () => (await newestId()) + 1_000],
    ['of before what is kept', async () => 0],
  ])('with a cursor %s is told to read again what it shows', async (_, cursorOf) => {
    await newLink(finance, remInput());
    moveOn(25 * 3_600_000);
    finance = await app.signIn('finance');
    expect(await app.workers.eventPruner.processAll()).toBeGreaterThan(0);
    const cursor = await cursorOf();
    const newest = await newestId();
    const stream = await listen(cursor);
    await expect.poll(() => stream.events.map(({ event }) => event)).toContain('reset');
    // Nothing old; workers may tell of what the moved clock made due.
    expect(paymentsOf(stream).filter((event) => (event.id ?? 0) <= newest)).toEqual([]);
    const { id } = await newLink(finance, remInput());
    await expect.poll(() => paymentsOf(stream).map(({ row }) => row?.id)).toContain(id);
  });

  it('with the newest cursor is told nothing old', async () => {
    const cursor = await newestId();
    const stream = await listen(cursor);
    const { id } = await newLink(finance, remInput());
    // The sweeper may tell of other links meanwhile: the clock was moved past their expiry.
    await expect.poll(() => paymentsOf(stream).map(({ row }) => row?.id)).toContain(id);
    expect(Math.min(...paymentsOf(stream).map((event) => event.id ?? 0))).toBeGreaterThan(cursor);
    expect(stream.events.map(({ event }) => event)).not.toContain('reset');
  });
});

it('a shutdown ends the streams, so that readers go to another replica', async () => {
  const stopping = await app.startReplica();
  const { cookie } = await signInAs(stopping.url, 'viewer');
  const stream = await listen(undefined, stopping.url, cookie);
  await stopping.stop();
  await expect.poll(() => stream.hasEnded()).toBe(true);
});

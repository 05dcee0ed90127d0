import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
import {
  callBack,
  deleteDestinations,
  destinationAt,
  newDestination,
  readDestination,
  referencesAt,
  sendOn,
} from '../testing/send-on.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { jitterShare, retryGapsMs } from './retry-schedule.ts';

const { clock, moveOn } = movableClock();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Longer than the longest pause, so that whatever waits is due. */
const longMs = 14 * hourMs;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false, clock, config: { logLevel: 'silent' } });
});
afterAll(() => app.close());
afterEach(async () => deleteDestinations(await admin()));

/** Signed in anew: the clock of these tests outruns every session. */
const admin = (): Promise<TestClient> => app.signIn('admin');

const received = (name: string) => app.sandbox.control.receivers.received(name);
const told = (name: string, changes: Parameters<typeof app.sandbox.control.receivers.change>[1]) =>
  app.sandbox.control.receivers.change(name, changes);

/** A destination whose receiver checks nothing: the clock of these tests goes ahead of the signatures' tolerance. */
async function unchecked(name: string) {
  const { id } = await newDestination(app, await admin(), name);
  told(name, { secret: null });
  return id;
}

const notes = (name: string) => received(name).map(({ body }) => JSON.parse(body).sender_note);

describe('order', () => {
  it('the next callback of a payment waits for the one before it, those of other payments do not', async () => {
    const id = await unchecked('in-order');
    told('in-order', { answer: 'fail', remaining: 1 });
    await callBack(app, 'ORDERED1', { sender_note: 'first' });
    await sendOn(app);
    await callBack(app, 'ORDERED1', { sender_note: 'second' });
    await callBack(app, 'OTHERS', { sender_note: 'other' });
    await callBack(app, 'ordered1', { sender_note: 'third' });
    expect(await sendOn(app)).toBe(1);
    expect(notes('in-order')).toEqual(['first', 'other']);
    expect((await readDestination(await admin(), id)).waitingCount).toBe(3);
    moveOn(10_000);
    expect(await sendOn(app)).toBe(3);
    expect(notes('in-order')).toEqual(['first', 'other', 'first', 'second', 'third']);
  });

  it('nothing waits for what was given up, and it begins with all its attempts', async () => {
    await unchecked('given-up');
    told('given-up', { answer: 'fail', remaining: retryGapsMs.length + 2 });
    await callBack(app, 'POISON1', { sender_note: 'poison' });
    await callBack(app, 'POISON1', { sender_note: 'after' });
    // Others get through, so the destination is not to blame.
    for (let attempt = 0; attempt <= retryGapsMs.length; attempt++) {
      told('given-up', { answer: 'fail', remaining: 1 });
      await sendOn(app);
      told('given-up', { answer: 'ok' });
      await callBack(app, `HEALTHY${attempt}`, { sender_note: 'healthy' });
      await sendOn(app);
      moveOn(longMs);
    }
    expect(notes('given-up').filter((note) => note === 'poison')).toHaveLength(retryGapsMs.length + 1);
    expect(notes('given-up').slice(-2)).toEqual(['after', 'healthy']);
    const { rows } = await app.db.query(
      `select deliveries.state, tries from deliveries join destinations on destinations.id = destination_id
       where name = 'given-up' and order_key = 'rem:link:poison1' order by deliveries.id`,
    );
    expect(rows).toEqual([
      { state: 'given_up', tries: 10 },
      { state: 'delivered', tries: 1 },
    ]);
  });

  it('twenty payments of three callbacks each, with a receiver that fails two of five, all arrive in order', async () => {
    await unchecked('storm');
    told('storm', { answer: 'fail', percent: 40 });
    for (const note of ['1', '2', '3'])
      await Promise.all(
        Array.from({ length: 20 }, (_, index) => callBack(app, `STORM${index}`, { sender_note: note })),
      );
    for (let round = 0; round < 12; round++) {
      await sendOn(app);
      moveOn(hourMs);
    }
    const taken = received('storm').filter(({ httpStatus }) => httpStatus === 200);
    expect(taken).toHaveLength(60);
    for (let index = 0; index < 20; index++) {
      const isOwn = ({ body }: { body: string }) => JSON.parse(body).partner_tx_id === `STORM${index}`;
      const order = (requests: { body: string }[]) =>
        requests.filter(isOwn).map(({ body }) => JSON.parse(body).sender_note);
      expect(order(taken)).toEqual(['1', '2', '3']);
      // What failed was not overtaken either.
      expect(order(received('storm'))).toEqual(order(received('storm')).toSorted());
    }
  });
});

describe('a callback', () => {
  it('of money is sent on when its provider has confirmed it, and as a claim when nobody has for five minutes; its next callback waits for it', async () => {
    const id = await unchecked('confirmed');
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus', count: null });
    const finance = await app.signIn('finance');
    const [paid, claimed] = [await newLink(finance, remInput()), await newLink(finance, remInput())];
    app.sandbox.control.pay(paid.reference, { method: 'va', channel: 'bca' });
    await expect.poll(() => app.sandbox.control.deliveries({ state: 'delivered' })).toHaveLength(1);
    // What is delivered before it does not bring it forward.
    await callBack(app, claimed.reference, { status: 'waiting_payment', amount: 150_000 });
    await callBack(app, claimed.reference, { status: 'complete', amount: 150_000 });
    await callBack(app, claimed.reference, { status: 'waiting_payment', amount: 150_000 });
    await sendOn(app);
    expect(await readDestination(await admin(), id)).toMatchObject({ waitingCount: 3 });
    app.sandbox.control.disarm();
    moveOn(minuteMs / 2);
    await app.workers.confirmer.processAll();
    await sendOn(app);
    expect(await readDestination(await admin(), id)).toMatchObject({ waitingCount: 2 });
    // Asked once, it is not denied yet; then nobody can be asked any more.
    app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus', count: null });
    moveOn(5 * minuteMs);
    await sendOn(app);
    app.sandbox.control.disarm();
    const told = received('confirmed').map(({ body, headers }) => [JSON.parse(body).status, headers['tautan-verdict']]);
    expect(told).toEqual([
      ['waiting_payment', 'applied'],
      ['complete', 'applied'],
      ['complete', 'claimed'],
      ['waiting_payment', 'duplicate'],
    ]);
  });
});

describe('retries', () => {
  it('follow the written schedule over 28 hours, each a tenth sooner or later at most', async () => {
    const id = await unchecked('schedule');
    expect(retryGapsMs.reduce((sum, gap) => sum + gap)).toBe(28 * hourMs);
    told('schedule', { answer: 'fail', httpStatus: 503 });
    await callBack(app, 'SCHEDULE1');
    for (const gapMs of retryGapsMs) {
      expect(await sendOn(app)).toBe(1);
      const before = received('schedule').length;
      moveOn(gapMs * (1 - jitterShare) - 4_000);
      expect(await sendOn(app)).toBe(0);
      expect(received('schedule')).toHaveLength(before);
      moveOn(gapMs * 2 * jitterShare + 4_000);
      // A quiet destination that fails for a day is paused; a person says here that it goes on, for the schedule's sake.
      await app.db.query(`update destinations set failing_since = null, failure_count = 0 where id = $1`, [id]);
    }
    expect(await sendOn(app)).toBe(1);
    expect(received('schedule')).toHaveLength(retryGapsMs.length + 1);
    expect((await readDestination(await admin(), id)).waitingCount).toBe(0);
    moveOn(longMs);
    expect(await sendOn(app)).toBe(0);
  });

  it('keep every attempt with status, time and the start of the answer', async () => {
    await unchecked('attempts');
    told('attempts', { answer: 'html', httpStatus: 502 });
    await callBack(app, 'ATTEMPTS1');
    await sendOn(app);
    told('attempts', { answer: 'drop' });
    moveOn(minuteMs);
    await sendOn(app);
    told('attempts', { answer: 'redirect', httpStatus: 307 });
    moveOn(minuteMs);
    await sendOn(app);
    told('attempts', { answer: 'huge' });
    moveOn(hourMs);
    await sendOn(app);
    const { rows } = await app.db.query<{ answer: string | null }>(
      `select delivery_attempts.http_status, delivery_attempts.error, delivery_attempts.answer from delivery_attempts
       join deliveries on deliveries.id = delivery_id join destinations on destinations.id = destination_id
       where name = 'attempts' order by delivery_attempts.id`,
    );
    expect(rows).toEqual([
      { http_status: 502, error: null, answer: '<html><body><h1>Bad Gateway</h1></body></html>' },
      { http_status: null, error: 'the connection failed (ECONNRESET)', answer: null },
      { http_status: 307, error: null, answer: 'Go elsewhere.' },
      { http_status: 200, error: null, answer: 'x'.repeat(1_000) },
    ]);
    expect(received('attempts-elsewhere')).toEqual([]);
  });
});

describe('a destination that keeps failing', () => {
  it('is paused after an hour and a hundred failures; what it missed comes oldest first when an admin resumes it', async () => {
    const id = await unchecked('dead');
    told('dead', { answer: 'fail' });
    const references = Array.from({ length: 40 }, (_, index) => `DEAD${String(index).padStart(2, '0')}`);
    for (const reference of references) await callBack(app, reference);
    await sendOn(app);
    expect(await readDestination(await admin(), id)).toMatchObject({
      state: 'active',
      failingSince: expect.any(String),
    });
    for (const afterMs of [minuteMs, 30 * minuteMs]) {
      moveOn(afterMs);
      await sendOn(app);
    }
    // 120 failures, but only half an hour.
    expect((await readDestination(await admin(), id)).state).toBe('active');
    moveOn(hourMs);
    await sendOn(app);
    expect(await readDestination(await admin(), id)).toMatchObject({
      state: 'paused',
      pausedReason: 'keeps_failing',
      waitingCount: 40,
    });
    const before = received('dead').length;
    expect(before).toBeLessThan(4 * 40);
    moveOn(longMs);
    await callBack(app, 'DEADNEW');
    expect(await sendOn(app)).toBe(0);
    expect(received('dead')).toHaveLength(before);

    told('dead', { answer: 'ok', delayMs: 20 });
    const resumed = await (await admin()).POST(
      '/api/{environment}/destinations/{destinationId}/resume',
      destinationAt(id),
    );
    expect(resumed.data).toMatchObject({ state: 'active', pausedReason: null, failingSince: null, waitingCount: 41 });
    await sendOn(app);
    const late = referencesAt(app, 'dead').slice(before);
    // Eight go side by side, so neighbours may change places.
    for (const [place, reference] of [...references, 'DEADNEW'].entries())
      expect(Math.abs(late.indexOf(reference) - place)).toBeLessThan(8);
    expect(await readDestination(await admin(), id)).toMatchObject({
      waitingCount: 0,
      lastDeliveredAt: expect.any(String),
    });
  });

  it('is paused after a day when it is a quiet one, by the last attempt at its oldest callback, which is not given up', async () => {
    const id = await unchecked('quiet');
    told('quiet', { answer: 'drop' });
    await callBack(app, 'QUIET1');
    await sendOn(app);
    for (const gapMs of retryGapsMs) {
      expect((await readDestination(await admin(), id)).state).toBe('active');
      moveOn(gapMs * (1 + jitterShare));
      expect(await sendOn(app)).toBe(1);
    }
    expect(await readDestination(await admin(), id)).toMatchObject({
      state: 'paused',
      pausedReason: 'keeps_failing',
      waitingCount: 1,
    });
    told('quiet', { answer: 'ok' });
    await (await admin()).POST('/api/{environment}/destinations/{destinationId}/resume', destinationAt(id));
    await sendOn(app);
    expect(received('quiet').at(-1)).toMatchObject({ isRepeat: true, httpStatus: 200 });
    expect((await readDestination(await admin(), id)).waitingCount).toBe(0);
  });

  it('is paused at once when it says that it is gone', async () => {
    const id = await unchecked('gone');
    told('gone', { answer: 'gone' });
    await callBack(app, 'GONE1');
    await callBack(app, 'GONE2');
    await sendOn(app);
    expect(await readDestination(await admin(), id)).toMatchObject({
      state: 'paused',
      pausedReason: 'gone',
      waitingCount: 2,
    });
  });

  it('that takes its time for one payment takes those of others meanwhile', async () => {
    await unchecked('busy');
    told('busy', { delayMs: 4_000 });
    await callBack(app, 'HANGS1');
    await app.workers.callbacks.processAll();
    const sending = app.workers.deliveries.processAll();
    await expect.poll(() => referencesAt(app, 'busy')).toEqual(['HANGS1']);
    told('busy', { delayMs: 0 });
    await callBack(app, 'QUICK1');
    await app.workers.callbacks.processAll();
    await expect.poll(() => received('busy').map(({ httpStatus }) => httpStatus)).toEqual([null, 200]);
    await sending;
  });

  it('does not hold up another', async () => {
    await unchecked('slow');
    await unchecked('quick');
    told('slow', { answer: 'ok', delayMs: 2_000 });
    for (let index = 0; index < 20; index++) await callBack(app, `SLOW${index}`);
    await app.workers.callbacks.processAll();
    const sending = app.workers.deliveries.processAll();
    await expect.poll(() => received('quick').length).toBe(20);
    expect(received('slow').length).toBeLessThan(20);
    await sending;
    expect(received('slow')).toHaveLength(20);
  });
});

it('what an admin pauses is held back until it is resumed, also by another replica', async () => {
  const id = await unchecked('held-back');
  const at = destinationAt(id);
  const paused = await (await admin()).POST('/api/{environment}/destinations/{destinationId}/pause', at);
  expect(paused.data).toMatchObject({ state: 'paused', pausedReason: 'by_person' });
  await callBack(app, 'HELD1');
  const replica = await app.startReplica();
  expect(await sendOn(app)).toBe(0);
  expect(await replica.workers.deliveries.processAll()).toBe(0);
  await (await admin()).POST('/api/{environment}/destinations/{destinationId}/resume', at);
  await sendOn(app);
  expect(received('held-back')).toHaveLength(1);
  await replica.stop();
});

it('two replicas send nothing twice and keep the order of each payment', async () => {
  await unchecked('replicas');
  told('replicas', { delayMs: 5 });
  const replica = await app.startReplica();
  for (const note of ['1', '2', '3'])
    await Promise.all(Array.from({ length: 30 }, (_, index) => callBack(app, `TWO${index}`, { sender_note: note })));
  await app.workers.callbacks.processAll();
  const done = await Promise.all([app.workers.deliveries.processAll(), replica.workers.deliveries.processAll()]);
  // Some lanes are given up while the other replica has all that is due in hand.
  const rest = await app.workers.deliveries.processAll();
  expect(done[0] + done[1] + rest).toBe(90);
  expect(received('replicas')).toHaveLength(90);
  expect(received('replicas').filter(({ isRepeat }) => isRepeat)).toEqual([]);
  for (let index = 0; index < 30; index++) {
    const own = received('replicas').filter(({ body }) => JSON.parse(body).partner_tx_id === `TWO${index}`);
    expect(own.map(({ body }) => JSON.parse(body).sender_note)).toEqual(['1', '2', '3']);
  }
  await replica.stop();
});

it('what a replica had in hand when it was killed is sent again when its lease ends', async () => {
  const id = await unchecked('killed');
  await callBack(app, 'KILLED1');
  await app.workers.callbacks.processAll();
  // As a claim leaves the row that nobody comes back to.
  await app.db.query(`update deliveries set claim = claim + 1, claimed_until = $2 where destination_id = $1`, [
    id,
    new Date(clock().getTime() + 45_000),
  ]);
  expect(await sendOn(app)).toBe(0);
  moveOn(46_000);
  expect(await sendOn(app)).toBe(1);
});

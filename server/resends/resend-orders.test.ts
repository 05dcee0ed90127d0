import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { newOneTime, oneTimeInputs } from '../testing/payment-inputs.ts';
import { doToOrder, newOrder, orderAt, postOrder, readItems, readOrder } from '../testing/resend-inputs.ts';
import { callBack, deleteDestinations, newDestination, referencesAt, sendOn } from '../testing/send-on.ts';
import { signInAs, startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const { clock, moveOn } = movableClock();
let app: TestApp;
let admin: TestClient;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false, clock, config: { logLevel: 'silent' } });
  admin = await app.signIn('admin');
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
afterEach(async () => {
  app.sandbox.control.disarm();
  const { data } = await admin.GET('/api/{environment}/resend-orders', {
    params: { path: { environment: 'sandbox' } },
  });
  for (const { id, endedAt } of data?.items ?? []) if (endedAt === null) await doToOrder(admin, id, 'cancel');
  await deleteDestinations(admin);
});

const received = (name: string) => app.sandbox.control.receivers.received(name);

/** Lets so many seconds pass, and all orders send what is due meanwhile. */
async function letPass(seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second++) {
    await app.workers.resends.processAll();
    moveOn(1_000);
  }
  await app.workers.resends.processAll();
}

/** Links of which each has called back once, found by the query that this gives. */
async function calledBack(word: string, count: number): Promise<{ filter: { q: string }; references: string[] }> {
  const references = Array.from({ length: count }, (_, index) => `${word}${String(index).padStart(3, '0')}`);
  for (const reference of references) {
    await makeLink(app.db, { reference });
    await callBack(app, reference);
  }
  await app.workers.callbacks.processAll();
  return { filter: { q: word }, references };
}

describe('by the provider', () => {
  it('a preview counts exactly, and says why it leaves others out; the order then does what it said', async () => {
    const references = ['BATCH71N1', 'BATCH71N2', 'BATCH71N3'];
    for (const reference of references) {
      await newLink(finance, remInput({ description: 'Batch 71', reference }));
      app.sandbox.control.pay(reference);
    }
    await expect.poll(() => app.sandbox.control.deliveries({ state: 'delivered' }).length).toBeGreaterThanOrEqual(3);
    await app.workers.callbacks.processAll();
    await newLink(finance, remInput({ description: 'Batch 71' }));
    await newOneTime(finance, { ...oneTimeInputs.va, description: 'Batch 71' });
    const body = { filter: { q: 'Batch 71' }, via: 'provider' as const, perMinute: 60 };
    const { data: preview } = await finance.POST('/api/{environment}/resend-previews', {
      params: { path: { environment: 'sandbox' } },
      body,
    });
    expect(preview).toEqual({
      count: 3,
      skipped: [
        { reason: 'fazz_cannot_resend', count: 1 },
        { reason: 'no_callback_yet', count: 1 },
      ],
      durationSeconds: 3,
    });

    const order = await newOrder(finance, body);
    expect(order).toMatchObject({
      state: 'canary',
      count: 5,
      skippedCount: 2,
      doneCount: 0,
      orderedBy: expect.any(String),
    });
    await letPass(5);
    expect(await readOrder(finance, order.id)).toMatchObject({ state: 'canary_done', doneCount: 1 });
    const resent = () => app.sandbox.control.deliveries().filter(({ reason }) => reason === 'resend');
    expect(resent().map(({ reference }) => reference)).toEqual(['BATCH71N1']);

    expect((await doToOrder(finance, order.id, 'continue')).data?.state).toBe('running');
    await letPass(3);
    expect(await readOrder(finance, order.id)).toMatchObject({
      state: 'done',
      doneCount: 3,
      failedCount: 0,
      unknownCount: 0,
      skippedCount: 2,
      cancelledCount: 0,
      endedAt: expect.any(String),
    });
    // Those of one second go side by side.
    expect(
      resent()
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual(references);
    const items = await readItems(finance, order.id);
    expect(items.map(({ number, outcome, detail }) => [number, outcome, detail])).toEqual([
      [1, 'done', null],
      [2, 'done', null],
      [3, 'done', null],
      [4, 'skipped', 'no_callback_yet'],
      [5, 'skipped', 'fazz_cannot_resend'],
    ]);
    const { rows } = await app.db.query(
      `select payment_id, outcome, detail from audit_entries where detail ->> 'orderId' = $1 order by id`,
      [order.id],
    );
    expect(rows).toMatchObject([
      {
        payment_id: null,
        outcome: 'done',
        detail: { count: 5, done: 3, skipped: 2, endedAs: 'done', via: 'provider' },
      },
      { outcome: 'done' },
    ]);
  });

  it('waits while the provider cannot be asked, and nothing counts as sent; in the end it is paused', async () => {
    const link = await newLink(finance, remInput({ reference: 'AWAY1' }));
    app.sandbox.control.pay(link.reference);
    await expect.poll(() => app.sandbox.control.deliveries({ reference: 'AWAY1', state: 'delivered' }).length).toBe(1);
    await app.workers.callbacks.processAll();
    await app.workers.confirmer.processAll();
    app.sandbox.control.arm({ scenario: 'error_429', operation: 'getPaymentLinkStatus', count: null });
    const order = await newOrder(finance, { filter: { q: 'AWAY1' }, via: 'provider', perMinute: 60 });
    await app.workers.resends.processAll();
    expect(await readOrder(finance, order.id)).toMatchObject({
      state: 'canary',
      problem: expect.stringMatching(/^REM could not be asked: /),
      doneCount: 0,
      failedCount: 0,
    });
    expect(await readItems(finance, order.id)).toMatchObject([{ outcome: 'waiting', at: null }]);
    for (let rest = 0; rest < 6; rest++) {
      moveOn(3_600_000);
      await app.workers.resends.processAll();
    }
    finance = await app.signIn('finance');
    admin = await app.signIn('admin');
    expect(await readOrder(finance, order.id)).toMatchObject({ state: 'paused', pausedReason: 'provider_unavailable' });
    app.sandbox.control.disarm();
    expect((await doToOrder(finance, order.id, 'resume')).data).toMatchObject({ state: 'canary', problem: null });
    await app.workers.resends.processAll();
    expect(await readOrder(finance, order.id)).toMatchObject({ state: 'done', doneCount: 1 });
  });

  it('a lost answer is unknown and asked for no more, a refusal is a failure', async () => {
    for (const reference of ['LOSTA1', 'LOSTA2']) {
      await newLink(finance, remInput({ reference }));
      app.sandbox.control.pay(reference);
      await expect.poll(() => app.sandbox.control.deliveries({ reference, state: 'delivered' }).length).toBe(1);
    }
    // In the ledger, but at no provider.
    await makeLink(app.db, { reference: 'LOSTA3', said: { status: 'paid' }, createdAt: clock() });
    await app.workers.callbacks.processAll();
    // It reads them too, and must not meet the scenario.
    await app.workers.confirmer.processAll();
    app.sandbox.control.arm({ scenario: 'lost_response', operation: 'getPaymentLinkStatus', reference: 'LOSTA1' });
    const order = await newOrder(finance, { filter: { q: 'LOSTA' }, via: 'provider', perMinute: 600 });
    await letPass(1);
    await doToOrder(finance, order.id, 'continue');
    await letPass(2);
    expect(await readOrder(finance, order.id)).toMatchObject({
      state: 'done',
      unknownCount: 1,
      doneCount: 1,
      failedCount: 1,
    });
    expect((await readItems(finance, order.id)).map(({ reference, outcome }) => [reference, outcome])).toEqual([
      ['LOSTA1', 'unknown'],
      ['LOSTA2', 'done'],
      ['LOSTA3', 'failed'],
    ]);
    const asked = app.sandbox.control.deliveries({ reference: 'LOSTA1' }).filter(({ reason }) => reason === 'resend');
    expect(asked).toHaveLength(1);
  });
});

describe('to a destination', () => {
  it('goes the latest callback of each payment, under its own id, one first and the rest at the pace that was chosen', async () => {
    const { filter, references } = await calledBack('PACE', 12);
    await callBack(app, 'PACE003', { sender_note: 'latest' });
    await app.workers.callbacks.processAll();
    const { id: destinationId } = await newDestination(app, admin, 'pace');
    app.sandbox.control.receivers.change('pace', { secret: null });
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 120 });
    await letPass(10);
    expect(referencesAt(app, 'pace')).toEqual(['PACE000']);
    await doToOrder(finance, order.id, 'continue');
    await letPass(0);
    const afterContinue = received('pace').length;
    await letPass(2);
    // Two a second, and never more than a second's worth for time that was lost.
    expect(received('pace').length - afterContinue).toBeLessThanOrEqual(5);
    expect(received('pace').length - afterContinue).toBeGreaterThanOrEqual(4);
    await letPass(5);
    expect(referencesAt(app, 'pace').toSorted()).toEqual(references);
    expect(received('pace').find(({ body }) => body.includes('PACE003'))?.body).toContain('latest');
    expect(await readOrder(finance, order.id)).toMatchObject({ state: 'done', doneCount: 12 });
    expect(new Set(received('pace').map(({ headers }) => headers['webhook-id'])).size).toBe(12);
    const { rows } = await app.db.query(
      `select distinct state, resending_by from deliveries where destination_id = $1`,
      [destinationId],
    );
    expect(rows).toEqual([{ state: 'delivered', resending_by: null }]);
  });

  it('each item is sent once, whatever the receiver answers, and says what came of it', async () => {
    const { filter, references } = await calledBack('FAILS', 8);
    const { id: destinationId } = await newDestination(app, admin, 'fails');
    app.sandbox.control.receivers.change('fails', { secret: null, answer: 'fail', percent: 50 });
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 600 });
    await letPass(1);
    await doToOrder(finance, order.id, 'continue');
    await letPass(3);
    expect(await readOrder(finance, order.id)).toMatchObject({ state: 'done', doneCount: 4, failedCount: 4 });
    expect(referencesAt(app, 'fails').toSorted()).toEqual(references);
    const details = (await readItems(finance, order.id)).map(({ outcome, detail }) => `${outcome} ${detail}`);
    expect(details.toSorted()).toEqual([...Array(4).fill('done HTTP 200'), ...Array(4).fill('failed HTTP 500')]);
    // Nothing of it is left in the queue.
    moveOn(24 * 3_600_000);
    expect(await app.workers.deliveries.processAll()).toBe(0);
    admin = await app.signIn('admin');
    finance = await app.signIn('finance');
  });

  it('is told by CSV too, with times in WIB', async () => {
    const { filter } = await calledBack('CSV', 3);
    const { id: destinationId } = await newDestination(app, admin, 'csv');
    app.sandbox.control.receivers.change('csv', { answer: 'drop' });
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 60 });
    await letPass(0);
    const viewer = await app.signIn('viewer');
    const response = await fetch(`${app.url}/api/sandbox/resend-orders/${order.id}/items.csv`, {
      headers: { cookie: viewer.cookie },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${order.id}.csv"`);
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('number,payment,reference,outcome,detail,at (WIB)');
    expect(lines[1]).toMatch(
      /^1,pay_[0-9a-z]{26},CSV000,failed,the connection failed \(ECONNRESET\),\d{4}-\d\d-\d\dT[\d:.]+\+07:00$/,
    );
    expect(lines[2]).toMatch(/^2,pay_[0-9a-z]{26},CSV001,waiting,,$/);
    expect(lines.slice(4)).toEqual(['']);
  });

  it('leaves out what the destination does not take, what never called back, and what is in its queue anyway', async () => {
    const { filter } = await calledBack('LEAVE', 2);
    await makeLink(app.db, { reference: 'LEAVE777' });
    await makeLink(app.db, { reference: 'LEAVE888', kind: 'routing' });
    const { id: destinationId } = await newDestination(app, admin, 'leave', { kinds: ['link'] });
    app.sandbox.control.receivers.change('leave', { answer: 'fail' });
    await callBack(app, 'LEAVE001', { sender_note: 'waits' });
    await sendOn(app);
    const { data: preview } = await finance.POST('/api/{environment}/resend-previews', {
      params: { path: { environment: 'sandbox' } },
      body: { filter, via: 'destination', destinationId, perMinute: 6 },
    });
    expect(preview).toEqual({
      count: 1,
      skipped: [
        { reason: 'being_delivered', count: 1 },
        { reason: 'no_callback_yet', count: 1 },
        { reason: 'not_wanted', count: 1 },
      ],
      durationSeconds: 10,
    });
  });

  it('skips at its turn what came into the queue meanwhile, and the next one is the canary', async () => {
    const { filter } = await calledBack('TURN', 3);
    const { id: destinationId } = await newDestination(app, admin, 'turn');
    const letGo = await app.workers.resends.pause();
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 60 });
    await callBack(app, 'TURN000', { sender_note: 'new' });
    await app.workers.callbacks.processAll();
    letGo();
    await letPass(1);
    expect((await readItems(finance, order.id)).map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['skipped', 'being_delivered'],
      ['done', 'HTTP 200'],
      ['waiting', null],
    ]);
    expect((await readOrder(finance, order.id)).state).toBe('canary_done');
  });

  it('a callback that comes while one of its payment is sent again waits for that', async () => {
    const { filter } = await calledBack('AFTERWARDS', 1);
    const { id: destinationId } = await newDestination(app, admin, 'afterwards');
    app.sandbox.control.receivers.change('afterwards', { delayMs: 700 });
    await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 60 });
    const resending = app.workers.resends.processAll();
    await expect.poll(() => received('afterwards').length).toBe(1);
    await callBack(app, 'AFTERWARDS000', { sender_note: 'newer' });
    await app.workers.callbacks.processAll();
    expect(await app.workers.deliveries.processAll()).toBe(0);
    expect(received('afterwards')).toHaveLength(1);
    await resending;
    await sendOn(app);
    expect(received('afterwards').map(({ body }) => body.includes('newer'))).toEqual([false, true]);
  });

  it('is paused with its destination, and ends when that is deleted', async () => {
    const { filter } = await calledBack('HOLD', 4);
    const { id: destinationId } = await newDestination(app, admin, 'hold');
    const at = { params: { path: { environment: 'sandbox' as const, destinationId } } };
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 60 });
    await letPass(1);
    await admin.POST('/api/{environment}/destinations/{destinationId}/pause', at);
    await doToOrder(finance, order.id, 'continue');
    await letPass(2);
    expect(await readOrder(finance, order.id)).toMatchObject({
      state: 'paused',
      pausedReason: 'destination_paused',
      problem: expect.stringContaining('paused'),
      doneCount: 1,
    });
    const early = await doToOrder(finance, order.id, 'resume');
    expect(early.error).toMatchObject({ type: '/problems/destination-not-allowed' });
    await admin.POST('/api/{environment}/destinations/{destinationId}/resume', at);
    expect((await doToOrder(finance, order.id, 'resume')).data).toMatchObject({ state: 'running', problem: null });
    await letPass(1);
    await admin.DELETE('/api/{environment}/destinations/{destinationId}', at);
    await letPass(2);
    const ended = await readOrder(finance, order.id);
    expect(ended).toMatchObject({ state: 'cancelled', problem: 'The destination was deleted.' });
    expect(ended.doneCount + ended.cancelledCount).toBe(4);
    expect(ended.cancelledCount).toBeGreaterThan(0);
  });
});

describe('an order', () => {
  it('holds what the filter found when it was made: all of it, and nothing that came later', async () => {
    const { filter } = await calledBack('FIXED', 205);
    const { id: destinationId } = await newDestination(app, admin, 'fixed');
    const order = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 6_000 });
    await makeLink(app.db, { reference: 'FIXED999' });
    await callBack(app, 'FIXED999');
    expect(order).toMatchObject({ count: 205, skippedCount: 0, filter: { q: 'FIXED' } });
    const items = await readItems(finance, order.id);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 205 }, (_, index) => index + 1));
    expect(items.map(({ reference }) => reference)).not.toContain('FIXED999');

    const page = (query: object) =>
      finance.GET('/api/{environment}/resend-orders/{orderId}/items', {
        params: { ...orderAt(order.id).params, query },
      });
    const first = (await page({ limit: 100 })).data;
    const second = (await page({ limit: 100, cursor: first?.nextCursor })).data;
    const third = (await page({ limit: 100, cursor: second?.nextCursor })).data;
    expect([first?.previousCursor, third?.nextCursor]).toEqual([null, null]);
    expect(third?.items.map(({ number }) => number)).toEqual([201, 202, 203, 204, 205]);
    expect((await page({ limit: 100, cursor: third?.previousCursor })).data?.items).toEqual(second?.items);
    expect((await page({ cursor: 'x' })).response.status).toBe(400);
    const { data } = await finance.GET('/api/{environment}/resend-orders', {
      params: { path: { environment: 'sandbox' } },
    });
    expect(data?.items[0]?.id).toBe(order.id);
  });

  it('is made once for one Idempotency-Key, at two replicas and twenty times at once', async () => {
    const { filter } = await calledBack('ONCE', 3);
    const { id: destinationId } = await newDestination(app, admin, 'once');
    const body = { filter, via: 'destination', destinationId, perMinute: 60 } as const;
    const replica = await app.startReplica();
    const there = await signInAs(replica.url, 'finance');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => postOrder(index % 2 === 0 ? finance : there, body, key)),
    );
    expect(answers.map(({ response }) => response.status).toSorted()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    const { rows } = await app.db.query(`select count(*) as items from resend_items where order_id = $1`, [
      answers[0]?.data?.id ?? '',
    ]);
    expect(rows).toEqual([{ items: 3 }]);
    const other = await postOrder(finance, { ...body, perMinute: 61 }, key);
    expect(other.response.status).toBe(422);
    expect(other.error).toMatchObject({ type: '/problems/idempotency-key-reused' });
    await replica.stop();
  });

  it.each([
    [
      'a destination by the provider',
      { via: 'provider', destinationId: 'dst_00000000000000000000000000' },
      400,
      'destinationId',
    ],
    ['no destination', { via: 'destination' }, 400, 'destinationId'],
    ['an unknown destination', { via: 'destination', destinationId: 'dst_00000000000000000000000000' }, 404, null],
    ['more than a provider is asked for', { via: 'provider', perMinute: 601 }, 400, 'perMinute'],
    ['a day that no calendar has', { via: 'provider', filter: { createdFrom: '2026-02-31' } }, 400, 'createdFrom'],
    ['a filter that finds nothing', { via: 'provider', filter: { q: 'nobody-has-this-name' } }, 409, null],
    ['an unknown word in the filter', { via: 'provider', filter: { colour: 'red' } }, 400, 'filter.colour'],
  ] as const)('%s is refused, and nothing is made', async (_, changes, status, field) => {
    const before = await app.db.query(`select count(*) as n from resend_orders`);
    const body = { filter: {}, perMinute: 60, ...changes } as Parameters<typeof postOrder>[1];
    const { response, error } = await postOrder(finance, body);
    expect(response.status).toBe(status);
    if (field !== null) expect(error).toMatchObject({ errors: [{ field }] });
    expect((await app.db.query(`select count(*) as n from resend_orders`)).rows).toEqual(before.rows);
  });

  it('goes only where its state allows, and twice the same is once', async () => {
    const { filter } = await calledBack('STATES', 3);
    const { id: destinationId } = await newDestination(app, admin, 'states');
    const body = { filter, via: 'destination', destinationId, perMinute: 60 } as const;
    const letGo = await app.workers.resends.pause();
    const { id } = await newOrder(finance, body);
    const does = async (verb: Parameters<typeof doToOrder>[2]) => {
      const { data, error, response } = await doToOrder(finance, id, verb);
      return data?.state ?? `${response.status} ${error?.type}`;
    };
    const refused = '409 /problems/resend-not-allowed';
    expect(await does('continue')).toBe(refused);
    expect([await does('pause'), await does('pause')]).toEqual(['paused', 'paused']);
    expect(await does('continue')).toBe(refused);
    expect([await does('resume'), await does('resume')]).toEqual(['canary', 'canary']);
    letGo();
    await letPass(1);
    expect(await does('resume')).toBe('canary_done');
    expect(await does('pause')).toBe(refused);

    const other = await newOrder(finance, body);
    await letPass(1);
    expect((await doToOrder(finance, other.id, 'continue')).data?.state).toBe('running');
    expect(await does('continue')).toBe(refused);
    await doToOrder(finance, other.id, 'pause');
    expect([await does('continue'), await does('continue')]).toEqual(['running', 'running']);
    expect((await doToOrder(finance, other.id, 'resume')).response.status).toBe(409);

    expect([await does('cancel'), await does('cancel')]).toEqual(['cancelled', 'cancelled']);
    for (const verb of ['continue', 'pause', 'resume'] as const) expect(await does(verb)).toBe(refused);
    expect((await readItems(finance, id)).map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['done', 'cancelled']),
    );
    expect((await doToOrder(finance, 'rso_00000000000000000000000000', 'cancel')).response.status).toBe(404);
    const { rows } = await app.db.query(
      `select action, outcome from audit_entries where detail ->> 'orderId' = $1 order by id`,
      [id],
    );
    expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
      'createResendOrder done',
      'pauseResendOrder done',
      'resumeResendOrder done',
      'continueResendOrder done',
      'cancelResendOrder done',
    ]);
  });

  it('of which a server was killed in the middle: what it was sending is unknown, is never sent again, and the rest goes on', async () => {
    const { filter } = await calledBack('KILLED', 4);
    const { id: destinationId } = await newDestination(app, admin, 'killed');
    app.sandbox.control.receivers.change('killed', { secret: null });
    const { id } = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 600 });
    await letPass(1);
    // As a killed sender leaves them: marked and claimed, with nobody to come back.
    await app.db.query(`update resend_items set outcome = 'sending' where order_id = $1 and number in (2, 3)`, [id]);
    await app.db.query(
      `update resend_orders set stage = 'running', claim = claim + 1, claimed_until = $2 where id = $1`,
      [id, new Date(clock().getTime() + 30_000)],
    );
    await app.db.query(
      `insert into deliveries (callback_id, destination_id, order_key, state, next_attempt_at, created_at, ended_at, resending_by)
       select max(callbacks.id), $1, 'rem:link:killed001', 'given_up', now(), now(), now(), $2 from callbacks
       join payments on payments.id = payment_id where payments.reference = 'KILLED001'`,
      [destinationId, id],
    );
    await letPass(20);
    expect(referencesAt(app, 'killed')).toEqual(['KILLED000']);
    await letPass(15);
    expect(await readOrder(finance, id)).toMatchObject({ state: 'done', doneCount: 2, unknownCount: 2 });
    expect((await readItems(finance, id)).map(({ outcome }) => outcome)).toEqual([
      'done',
      'unknown',
      'unknown',
      'done',
    ]);
    expect(referencesAt(app, 'killed')).toEqual(['KILLED000', 'KILLED003']);
    // The queue of that payment goes on.
    await callBack(app, 'KILLED001', { sender_note: 'later' });
    await sendOn(app);
    expect(referencesAt(app, 'killed').at(-1)).toBe('KILLED001');
  });

  it('is worked on by one replica at a time: of sixty items none is sent twice', async () => {
    const { filter, references } = await calledBack('MANY', 60);
    const { id: destinationId } = await newDestination(app, admin, 'many');
    app.sandbox.control.receivers.change('many', { secret: null });
    const replica = await app.startReplica();
    const { id } = await newOrder(finance, { filter, via: 'destination', destinationId, perMinute: 1_200 });
    await letPass(1);
    await doToOrder(finance, id, 'continue');
    for (let second = 0; second < 8; second++) {
      await Promise.all([app.workers.resends.processAll(), replica.workers.resends.processAll()]);
      moveOn(1_000);
    }
    expect(await readOrder(finance, id)).toMatchObject({ state: 'done', doneCount: 60 });
    expect(referencesAt(app, 'many').toSorted()).toEqual(references);
    await replica.stop();
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodeCursor } from '../http/page-cursor.ts';
import { makeLink } from '../testing/make-link.ts';
import { doToOrder, newOrder, orderAt, postOrder, readItems, readOrder } from '../testing/resend-inputs.ts';
import { type ResendingApp, startResendingApp } from '../testing/resending-app.ts';
import { callBack, newDestination, referencesAt, sendOn } from '../testing/send-on.ts';
import { signInAs } from '../testing/start-test-app.ts';

let app: ResendingApp;
beforeAll(async () => {
  app = await startResendingApp();
});
afterAll(() => app.close());
afterEach(() => app.tidyUp());

describe('an order', () => {
  it('holds what the filter found when it was made: all of it, and nothing that came later', async () => {
    const { paymentFilter } = await app.calledBack('FIXED', 13);
    const { id: destinationId } = await newDestination(app, app.admin, 'fixed');
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 6_000 });
    await makeLink(app.db, { reference: 'FIXED999' });
    await callBack(app, 'FIXED999');
    expect(order).toMatchObject({ count: 13, skippedCount: 0, paymentFilter: { q: 'FIXED' } });
    const items = await readItems(app.finance, order.id);
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
    expect(items.map(({ reference }) => reference)).not.toContain('FIXED999');

    const page = (query: object) =>
      app.finance.GET('/api/{environment}/resend-orders/{orderId}/items', {
        params: { ...orderAt(order.id).params, query },
      });
    const first = (await page({ limit: 5 })).data;
    const second = (await page({ limit: 5, cursor: first?.nextCursor })).data;
    const third = (await page({ limit: 5, cursor: second?.nextCursor })).data;
    expect([first?.previousCursor, third?.nextCursor]).toEqual([null, null]);
    expect(third?.items.map(({ number }) => number)).toEqual([11, 12, 13]);
    expect((await page({ limit: 5, cursor: third?.previousCursor })).data?.items).toEqual(second?.items);
    expect((await page({ cursor: 'x' })).response.status).toBe(400);
    const { data } = await app.finance.GET('/api/{environment}/resend-orders', {
      params: { path: { environment: 'sandbox' } },
    });
    expect(data?.items[0]?.id).toBe(order.id);
  });

  it('shows its items from any place, also from one that no order is long enough for', async () => {
    const { paymentFilter } = await app.calledBack('PLACE', 1);
    const { id: destinationId } = await newDestination(app, app.admin, 'place');
    const { id } = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
    const cursor = encodeCursor({ sort: 'number', direction: 'next', key: 9_999_999_999, id: 'x', includesRow: false });
    const { data } = await app.finance.GET('/api/{environment}/resend-orders/{orderId}/items', {
      params: { ...orderAt(id).params, query: { cursor } },
    });
    expect(data).toMatchObject({ items: [], nextCursor: null });
  });

  it('stays to be found, however many came after it', async () => {
    await makeLink(app.db, { reference: 'PAGES000', said: { status: 'awaiting_payment' } });
    const letGo = await app.workers.resends.pause();
    const made: string[] = [];
    for (let count = 0; count < 5; count++) {
      made.unshift((await newOrder(app.finance, { paymentFilter: { q: 'PAGES' }, via: 'provider', perMinute: 60 })).id);
      app.moveOn(1_000);
    }
    const page = async (query: { limit: number; cursor?: string | null | undefined }) => {
      const { cursor, limit } = query;
      const { data } = await app.finance.GET('/api/{environment}/resend-orders', {
        params: { path: { environment: 'sandbox' }, query: { limit, ...(cursor && { cursor }) } },
      });
      return { ids: data?.items.map(({ id }) => id), next: data?.nextCursor, previous: data?.previousCursor };
    };
    const first = await page({ limit: 2 });
    const second = await page({ limit: 2, cursor: first.next });
    const third = await page({ limit: 2, cursor: second.next });
    expect(first.previous).toBeNull();
    expect([...(first.ids ?? []), ...(second.ids ?? []), ...(third.ids ?? [])].slice(0, 5)).toEqual(made);
    expect(await page({ limit: 2, cursor: second.previous })).toMatchObject({ ids: first.ids, previous: null });
    const foreign = await app.finance.GET('/api/{environment}/resend-orders', {
      params: { path: { environment: 'sandbox' }, query: { cursor: 'x' } },
    });
    expect(foreign.error).toMatchObject({ status: 400, errors: [{ field: 'cursor' }] });
    letGo();
  });

  it('is made once for one Idempotency-Key, at two replicas and twenty times at once', async () => {
    const { paymentFilter } = await app.calledBack('ONCE', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'once');
    const body = { paymentFilter, via: 'destination', destinationId, perMinute: 60 } as const;
    const replica = await app.startReplica();
    const there = await signInAs(replica.url, 'finance');
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => postOrder(index % 2 === 0 ? app.finance : there, body, key)),
    );
    expect(answers.map(({ response }) => response.status).toSorted()).toEqual([...Array(19).fill(200), 201]);
    expect(new Set(answers.map(({ data }) => data?.id)).size).toBe(1);
    const { rows } = await app.db.query(`select count(*) as items from resend_items where order_id = $1`, [
      answers[0]?.data?.id ?? '',
    ]);
    expect(rows).toEqual([{ items: 3 }]);
    const other = await postOrder(app.finance, { ...body, perMinute: 61 }, key);
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
    ['no filter', { via: 'provider', paymentFilter: undefined }, 400, 'paymentFilter'],
    ['two filters', { via: 'provider', callbackFilter: {} }, 400, 'callbackFilter'],
    [
      'callbacks by the provider',
      { via: 'provider', paymentFilter: undefined, callbackFilter: {} },
      400,
      'callbackFilter',
    ],
    ['an unknown destination', { via: 'destination', destinationId: 'dst_00000000000000000000000000' }, 404, null],
    ['more than a provider is asked for', { via: 'provider', perMinute: 601 }, 400, 'perMinute'],
    [
      'a day that no calendar has',
      { via: 'provider', paymentFilter: { createdFrom: '2026-02-31' } },
      400,
      'createdFrom',
    ],
    ['a filter that finds nothing', { via: 'provider', paymentFilter: { q: 'nobody-has-this-name' } }, 409, null],
    [
      'an unknown word in the filter',
      { via: 'provider', paymentFilter: { colour: 'red' } },
      400,
      'paymentFilter.colour',
    ],
  ] as const)('%s is refused, and nothing is made', async (_, changes, status, field) => {
    const before = await app.db.query(`select count(*) as n from resend_orders`);
    const body = { paymentFilter: {}, perMinute: 60, ...changes } as Parameters<typeof postOrder>[1];
    const { response, error } = await postOrder(app.finance, body);
    expect(response.status).toBe(status);
    if (field !== null) expect(error).toMatchObject({ errors: [{ field }] });
    expect((await app.db.query(`select count(*) as n from resend_orders`)).rows).toEqual(before.rows);
  });

  it('goes only where its state allows, and twice the same is once', async () => {
    const { paymentFilter } = await app.calledBack('STATES', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'states');
    const body = { paymentFilter, via: 'destination', destinationId, perMinute: 60 } as const;
    const letGo = await app.workers.resends.pause();
    const { id } = await newOrder(app.finance, body);
    const does = async (verb: Parameters<typeof doToOrder>[2]) => {
      const { data, error, response } = await doToOrder(app.finance, id, verb);
      return data?.state ?? `${response.status} ${error?.reason}`;
    };
    const refused = '409 order_moved_on';
    expect(await does('continue')).toBe(refused);
    expect([await does('pause'), await does('pause')]).toEqual(['paused', 'paused']);
    expect(await does('continue')).toBe(refused);
    expect([await does('resume'), await does('resume')]).toEqual(['canary', 'canary']);
    letGo();
    await app.letPass(1);
    expect(await does('resume')).toBe('canary_done');
    expect(await does('pause')).toBe(refused);

    const other = await newOrder(app.finance, body);
    await app.letPass(1);
    expect((await doToOrder(app.finance, other.id, 'continue')).data?.state).toBe('running');
    expect(await does('continue')).toBe('409 another_order_runs');
    await doToOrder(app.finance, other.id, 'pause');
    expect([await does('continue'), await does('continue')]).toEqual(['running', 'running']);
    expect((await doToOrder(app.finance, other.id, 'resume')).error).toMatchObject({
      type: '/problems/resend-not-allowed',
      reason: 'another_order_runs',
    });

    expect([await does('cancel'), await does('cancel')]).toEqual(['cancelled', 'cancelled']);
    for (const verb of ['continue', 'pause', 'resume'] as const) expect(await does(verb)).toBe(refused);
    expect((await readItems(app.finance, id)).map(({ outcome }) => outcome)).toEqual(
      expect.arrayContaining(['done', 'cancelled']),
    );
    expect((await doToOrder(app.finance, 'rso_00000000000000000000000000', 'cancel')).response.status).toBe(404);
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
    const { paymentFilter } = await app.calledBack('KILLED', 4);
    const { id: destinationId } = await newDestination(app, app.admin, 'killed');
    app.sandbox.control.receivers.change('killed', { secret: null });
    const { id } = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 600 });
    await app.letPass(1);
    // As a killed sender leaves them: marked and claimed, with nobody to come back.
    await app.db.query(`update resend_items set outcome = 'sending' where order_id = $1 and number in (2, 3)`, [id]);
    await app.db.query(
      `update resend_orders set stage = 'running', claim = claim + 1, claimed_until = $2 where id = $1`,
      [id, new Date(app.clock().getTime() + 30_000)],
    );
    await app.db.query(
      `insert into deliveries (callback_id, destination_id, order_key, state, next_attempt_at, created_at, ended_at, resending_by)
       select max(callbacks.id), $1, 'rem:link:killed001', 'given_up', now(), now(), now(), $2 from callbacks
       join payments on payments.id = payment_id where payments.reference = 'KILLED001'`,
      [destinationId, id],
    );
    await app.letPass(20);
    expect(referencesAt(app, 'killed')).toEqual(['KILLED000']);
    await app.letPass(15);
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'done', doneCount: 2, unknownCount: 2 });
    expect((await readItems(app.finance, id)).map(({ outcome }) => outcome)).toEqual([
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

  it('is worked on by one replica at a time: of thirty items none is sent twice', async () => {
    const { paymentFilter, references } = await app.calledBack('MANY', 30);
    const { id: destinationId } = await newDestination(app, app.admin, 'many');
    app.sandbox.control.receivers.change('many', { secret: null });
    const replica = await app.startReplica();
    const { id } = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 1_200 });
    await app.letPass(1);
    await doToOrder(app.finance, id, 'continue');
    for (let second = 0; second < 4; second++) {
      await Promise.all([app.workers.resends.processAll(), replica.workers.resends.processAll()]);
      app.moveOn(1_000);
    }
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'done', doneCount: 30 });
    expect(referencesAt(app, 'many').toSorted()).toEqual(references);
    await replica.stop();
  });
});

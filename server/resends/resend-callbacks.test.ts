import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeLink } from '../testing/make-link.ts';
import { doToOrder, newOrder, type OrderInput, postOrder, readItems, readOrder } from '../testing/resend-inputs.ts';
import { type ResendingApp, startResendingApp } from '../testing/resending-app.ts';
import { callBack, newDestination, sendOn } from '../testing/send-on.ts';

let app: ResendingApp;
beforeAll(async () => {
  app = await startResendingApp();
});
afterAll(() => app.close());
afterEach(() => app.tidyUp());

type Filter = NonNullable<OrderInput['callbackFilter']>;

/** What a receiver got, `REFERENCE note`, in the order of arrival. */
const notesAt = (name: string) =>
  app.sandbox.control.receivers.received(name).map(({ body }) => {
    const { partner_tx_id: reference, sender_note: note } = JSON.parse(body);
    return `${reference} ${note}`;
  });

const input = (callbackFilter: Filter, destinationId: string, perMinute = 600): OrderInput => ({
  callbackFilter,
  via: 'destination',
  destinationId,
  perMinute,
});

async function preview(body: OrderInput) {
  const { data } = await app.finance.POST('/api/{environment}/resend-previews', {
    params: { path: { environment: 'sandbox' } },
    body,
  });
  return data;
}

/** Makes the order, and lets it send all that it holds. */
async function sendAll(body: OrderInput) {
  const { id } = await newOrder(app.finance, body);
  await app.letPass(1);
  await doToOrder(app.finance, id, 'continue');
  await app.letPass(3);
  return readOrder(app.finance, id);
}

/** Links that have called back once each: `ok`. */
async function heardOf(word: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    await makeLink(app.db, { reference: `${word}${index}` });
    await callBack(app, `${word}${index}`, { sender_note: 'ok' });
  }
  await app.workers.callbacks.processAll();
}

describe('an order of callbacks', () => {
  it('sends each that the filter found, the oldest first, also several about one payment, one after the other', async () => {
    const reference = 'EACH1';
    const paymentId = await makeLink(app.db, { reference });
    for (const note of ['first', 'second', 'third']) await callBack(app, reference, { sender_note: note });
    await heardOf('EACH1B', 2);
    const { id: destinationId } = await newDestination(app, app.admin, 'each');
    const order = await newOrder(app.finance, input({ q: 'EACH1' }, destinationId));
    expect(order).toMatchObject({ count: 5, paymentFilter: null, callbackFilter: { q: 'EACH1' } });

    await app.letPass(1);
    expect(notesAt('each')).toEqual(['EACH1 first']);
    // All of them have their turn in the same second.
    const letGo = await app.workers.resends.pause();
    await doToOrder(app.finance, order.id, 'continue');
    app.moveOn(1_000);
    letGo();
    await app.letPass(1);
    expect(notesAt('each').toSorted()).toEqual([
      'EACH1 first',
      'EACH1 second',
      'EACH1 third',
      'EACH1B0 ok',
      'EACH1B1 ok',
    ]);
    expect(notesAt('each').at(-1)).toBe('EACH1 third');
    expect(await readOrder(app.finance, order.id)).toMatchObject({ state: 'done', doneCount: 5, skippedCount: 0 });

    const items = await readItems(app.finance, order.id);
    expect(items.slice(0, 3).map((item) => [item.paymentId, item.reference])).toEqual(
      Array(3).fill([paymentId, reference]),
    );
    expect(new Set(items.map(({ callbackId }) => callbackId)).size).toBe(5);
  });

  it('to a destination holds what failed there, not what failed elsewhere', async () => {
    const [here, elsewhere] = [
      await newDestination(app, app.admin, 'here'),
      await newDestination(app, app.admin, 'far'),
    ];
    app.sandbox.control.receivers.change('here', { answer: 'ok' });
    app.sandbox.control.receivers.change('far', { answer: 'gone' });
    await heardOf('FARAWAY', 2);
    await sendOn(app);
    const failedAt = (destinationId: string): Filter => ({ q: 'FARAWAY', delivery: ['failing'], destinationId });
    expect(await preview(input(failedAt(here.id), here.id))).toMatchObject({ count: 0, skipped: [] });
    const { response } = await postOrder(app.finance, input(failedAt(here.id), here.id));
    expect(response.status).toBe(409);
    expect(await preview(input(failedAt(elsewhere.id), here.id))).toMatchObject({ count: 2 });
  });

  it('sends what nobody could read, or about no payment of ours, as it came', async () => {
    await callBack(app, 'STRANGER1', { sender_note: 'whose?' });
    await fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', {
      method: 'POST',
      body: 'STRANGER1 is no JSON',
    });
    await app.workers.callbacks.processAll();
    await newDestination(app, app.admin, 'parked');
    const { id: links } = await newDestination(app, app.admin, 'links', { kinds: ['link'] });
    const filter: Filter = { q: 'STRANGER1', state: ['parked'] };
    expect(await preview(input(filter, links))).toEqual({
      count: 1,
      skipped: [{ reason: 'not_wanted', count: 1 }],
      isTooMany: false,
      durationSeconds: 1,
    });
    const { data } = await app.finance.GET('/api/{environment}/destinations', {
      params: { path: { environment: 'sandbox' } },
    });
    const all = data?.items.find(({ name }) => name === 'parked')?.id ?? '';
    app.sandbox.control.receivers.change('parked', { secret: null });
    const order = await sendAll(input(filter, all));
    expect(order).toMatchObject({ state: 'done', count: 2, doneCount: 2 });
    const bodies = app.sandbox.control.receivers.received('parked').map(({ body }) => body);
    expect(bodies.map((body) => body.includes('whose?'))).toEqual([true, false]);
    expect(await readItems(app.finance, order.id)).toMatchObject([
      { paymentId: null, reference: 'STRANGER1' },
      { paymentId: null, reference: null },
    ]);
  });

  it('leaves out what its provider denied, what waits for the destination anyway, and what nobody has read yet', async () => {
    await heardOf('OUT', 3);
    const { rows } = await app.db.query<{ id: string }>(`select id from payments where reference = 'OUT0'`);
    await app.db.query(`update observations set verdict = 'contradicts' where payment_id = $1`, [rows[0]?.id]);
    const { id: destinationId } = await newDestination(app, app.admin, 'out');
    app.sandbox.control.receivers.change('out', { answer: 'fail' });
    await callBack(app, 'OUT1', { sender_note: 'waits' });
    await sendOn(app);
    expect(await preview(input({ q: 'OUT' }, destinationId))).toEqual({
      count: 1,
      skipped: [
        { reason: 'being_delivered', count: 2 },
        { reason: 'denied', count: 1 },
      ],
      isTooMany: false,
      durationSeconds: 1,
    });
    const letGo = await app.workers.callbacks.pause();
    await callBack(app, 'OUT2');
    expect(await preview(input({ state: ['received'] }, destinationId))).toMatchObject({
      count: 0,
      skipped: [{ reason: 'being_delivered', count: 1 }],
    });
    letGo();
  });

  it('skips at its turn what its provider has denied meanwhile', async () => {
    await heardOf('MEAN', 2);
    const { id: destinationId } = await newDestination(app, app.admin, 'mean');
    const { id } = await newOrder(app.finance, input({ q: 'MEAN' }, destinationId));
    await app.letPass(1);
    await app.db.query(`update observations set verdict = 'contradicts' where callback_id is not null`);
    await doToOrder(app.finance, id, 'continue');
    await app.letPass(2);
    expect((await readItems(app.finance, id)).map(({ outcome, detail }) => `${outcome} ${detail}`)).toEqual([
      'done HTTP 200',
      'skipped denied',
    ]);
    expect(notesAt('mean')).toEqual(['MEAN0 ok']);
  });

  it('finds what only a body holds, as the list does', async () => {
    await heardOf('NAMES', 1);
    await callBack(app, 'NAMES0', { sender_name: 'Ibu Sekar' });
    await app.workers.callbacks.processAll();
    const { id: destinationId } = await newDestination(app, app.admin, 'names');
    expect(await preview(input({ q: 'sekar' }, destinationId))).toMatchObject({ count: 1 });
  });

  it('of more than 100,000 is not made, which its preview says before', async () => {
    await app.db.query(
      `insert into callbacks (environment, provider, received_at, headers, body, state, search_text, status)
       select 'sandbox', 'rem', $1, '{}', 'x', 'processed', 'crowd', 'expired' from generate_series(1, 100001)`,
      [app.clock()],
    );
    const { id: destinationId } = await newDestination(app, app.admin, 'crowd');
    const body = input({ says: ['expired'] }, destinationId);
    expect(await preview(body)).toMatchObject({ count: 100_001, isTooMany: true });
    const { error } = await postOrder(app.finance, body);
    expect(error).toMatchObject({ type: '/problems/resend-not-allowed', reason: 'too_many_items' });
    expect(await preview(input({ q: 'nobody' }, destinationId))).toMatchObject({ count: 0, isTooMany: false });
  });

  it.each([
    ['a day that no calendar has', { receivedFrom: '2026-02-31' }, 'receivedFrom'],
    ['an unknown word', { colour: 'red' }, 'callbackFilter.colour'],
    ['a payment id that is none', { paymentId: '1' }, 'callbackFilter.paymentId'],
  ])('names the field of %s', async (_, callbackFilter, field) => {
    const { id: destinationId } = await newDestination(app, app.admin, 'fields');
    const { error, response } = await postOrder(app.finance, input(callbackFilter as Filter, destinationId));
    expect(response.status).toBe(400);
    expect(error?.errors?.[0]?.field).toBe(field);
  });
});

import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { linkAt } from '../testing/link-inputs.ts';
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

/** As when a read of the provider says otherwise. */
const contradict = (condition: string) =>
  app.db.query(`update observations set verdict = 'contradicts' where callback_id is not null and ${condition}`);

/** A person has them read once more. */
async function processAgain(condition: string): Promise<void> {
  const { rows } = await app.db.query<{ id: number }>(`select id from callbacks where ${condition} order by id`);
  for (const { id } of rows)
    await app.finance.POST('/api/{environment}/callbacks/{callbackId}/process', {
      params: { path: { environment: 'sandbox', callbackId: String(id) } },
    });
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

  it('leaves out what contradicts its provider, what waits for the destination anyway, and what nobody has read yet', async () => {
    await heardOf('OUT', 3);
    await contradict(`payment_id in (select id from payments where reference = 'OUT0')`);
    const { id: destinationId } = await newDestination(app, app.admin, 'out');
    app.sandbox.control.receivers.change('out', { answer: 'fail' });
    await callBack(app, 'OUT1', { sender_note: 'waits' });
    await callBack(app, 'OUT1', { sender_note: 'given up' });
    await sendOn(app);
    await app.db.query(`update deliveries set state = 'given_up' where callback_id = (select max(id) from callbacks)`);
    expect(await preview(input({ q: 'OUT' }, destinationId))).toEqual({
      // Also what came before that which waits: it is sent at once, before it.
      count: 2,
      skipped: [
        { reason: 'being_delivered', count: 1 },
        { reason: 'contradicts', count: 1 },
        { reason: 'earlier_waits', count: 1 },
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

  it('holds a signed callback also where it contradicts its payment: its provider did say so', async () => {
    const said = { status: 'open', providerPaymentId: 'paymentlink_77', amountIdr: 10_000 } as const;
    const id = await makeLink(app.db, { reference: 'SIGNED', provider: 'fazz', said });
    for (const [status, amount] of [
      ['pending', '10000.0'],
      ['paid', '9000.0'],
    ]) {
      const body = JSON.stringify({
        data: { id: 'paymentlink_77', type: 'payment_links', attributes: { status, amount, referenceId: 'SIGNED' } },
      });
      const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex');
      const url = app.sandbox.control.settings().callbackUrls.fazz ?? '';
      await fetch(url, { method: 'POST', body, headers: { 'xfers-signature': signature } });
    }
    await app.workers.callbacks.processAll();
    const { data } = await app.finance.GET('/api/{environment}/payments/{id}/latest-callback', linkAt(id));
    expect(data).toMatchObject({ callback: { status: 'paid', verdict: 'contradicts' }, reason: null });
    const { id: destinationId } = await newDestination(app, app.admin, 'signed');
    expect(await preview(input({ paymentId: id }, destinationId))).toMatchObject({ count: 2, skipped: [] });
  });

  it('knows what was read under another name before as about the same payment', async () => {
    const post = (fields: object) =>
      fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', { method: 'POST', body: JSON.stringify(fields) });
    const { id: destinationId } = await newDestination(app, app.admin, 'named');
    await post({ trx_id: 'TRXNAMED', status: 'waiting_payment', amount: 10_000 });
    await sendOn(app);
    const said = { status: 'open', providerPaymentId: 'TRXNAMED' } as const;
    await makeLink(app.db, { reference: 'NAMED', kind: 'routing', said });
    await processAgain(`provider_payment_id = 'TRXNAMED'`);
    await post({ partner_trx_id: 'NAMED', trx_id: 'TRXNAMED', status: 'waiting_payment', amount: 10_000 });
    await sendOn(app);
    const { rows } = await app.db.query(
      `select order_key, count(*) as count from deliveries where destination_id = $1 group by order_key`,
      [destinationId],
    );
    expect(rows).toEqual([{ order_key: 'rem:routing:named', count: 2 }]);
  });

  it('leaves no callback out because its payment is called back once more meanwhile', async () => {
    await makeLink(app.db, { reference: 'MIDDLE' });
    for (const note of ['1', '2', '3']) await callBack(app, 'MIDDLE', { sender_note: note });
    await app.workers.callbacks.processAll();
    const { id: destinationId } = await newDestination(app, app.admin, 'middle');
    const { id } = await newOrder(app.finance, input({ q: 'MIDDLE' }, destinationId));
    await app.letPass(1);
    await callBack(app, 'MIDDLE', { sender_note: 'new' });
    await doToOrder(app.finance, id, 'continue');
    await app.letPass(3);
    await sendOn(app);
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'done', doneCount: 3 });
    expect(notesAt('middle').toSorted()).toEqual(['MIDDLE 1', 'MIDDLE 2', 'MIDDLE 3', 'MIDDLE new']);
  });

  it('keeps others waiting for no payment of many callbacks', async () => {
    await makeLink(app.db, { reference: 'CROWDED' });
    for (let number = 0; number < 30; number++) await callBack(app, 'CROWDED', { sender_note: String(number) });
    await heardOf('CROWDED-OTHER', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'crowded');
    const { id } = await newOrder(app.finance, input({ q: 'CROWDED' }, destinationId));
    await app.letPass(1);
    await doToOrder(app.finance, id, 'continue');
    await app.letPass(2);
    const first = notesAt('crowded').slice(0, 10);
    expect(first.filter((note) => note.startsWith('CROWDED-OTHER'))).toHaveLength(3);
    await app.letPass(5);
    const inOrder = Array.from({ length: 30 }, (_, number) => `CROWDED ${number}`);
    expect(notesAt('crowded').filter((note) => note.startsWith('CROWDED '))).toEqual(inOrder);
  });

  it('waits with a claim of money until its provider has said whether it is so', async () => {
    await makeLink(app.db, { reference: 'HELD1' });
    await callBack(app, 'HELD1', { status: 'complete', paid_amount: 10_000, sender_note: 'money' });
    await app.workers.callbacks.processAll();
    await heardOf('HELD2', 1);
    const { id: destinationId } = await newDestination(app, app.admin, 'held');
    const { id } = await newOrder(app.finance, input({ q: 'HELD' }, destinationId));
    await app.letPass(2);
    await doToOrder(app.finance, id, 'continue');
    await app.letPass(2);
    expect(notesAt('held')).toEqual(['HELD20 ok']);
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'running', doneCount: 1 });
    app.moveOn(300_000);
    await app.letPass(1);
    expect(notesAt('held')).toEqual(['HELD20 ok', 'HELD1 money']);
    expect(app.sandbox.control.receivers.received('held').at(-1)?.headers).toMatchObject({
      'tautan-verdict': 'claimed',
    });
    await app.signInAnew();
  });

  it('takes no place in the queue from a callback that was sent in vain and is read once more', async () => {
    for (const reference of ['VAIN1', 'VAIN2']) await callBack(app, reference, { sender_note: 'ok' });
    await app.workers.callbacks.processAll();
    const { id: destinationId } = await newDestination(app, app.admin, 'vain');
    app.sandbox.control.receivers.change('vain', { answer: 'fail' });
    const { id } = await newOrder(app.finance, input({ q: 'VAIN1' }, destinationId));
    await app.letPass(1);
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'done', failedCount: 1 });
    app.sandbox.control.receivers.change('vain', { answer: 'ok' });
    const before = notesAt('vain').length;
    for (const reference of ['VAIN1', 'VAIN2']) await makeLink(app.db, { reference });
    await processAgain(`reference like 'VAIN%'`);
    await sendOn(app);
    expect(notesAt('vain').slice(before).toSorted()).toEqual(['VAIN1 ok', 'VAIN2 ok']);
  });

  it('skips at its turn what its provider has contradicted meanwhile', async () => {
    await heardOf('MEAN', 2);
    const { id: destinationId } = await newDestination(app, app.admin, 'mean');
    const { id } = await newOrder(app.finance, input({ q: 'MEAN' }, destinationId));
    await app.letPass(1);
    await contradict('true');
    await doToOrder(app.finance, id, 'continue');
    await app.letPass(2);
    expect((await readItems(app.finance, id)).map(({ outcome, detail }) => `${outcome} ${detail}`)).toEqual([
      'done HTTP 200',
      'skipped contradicts',
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

  it('of more than 100,000 cannot be made, which its preview says', async () => {
    await app.db.query(
      `insert into callbacks (environment, provider, received_at, headers, body, state, status)
       select 'sandbox', 'rem', $1, '{}', 'x', 'processed', 'expired' from generate_series(1, 100001)`,
      [app.clock()],
    );
    const { id: destinationId } = await newDestination(app, app.admin, 'crowd');
    expect(await preview(input({ says: ['expired'] }, destinationId))).toMatchObject({
      count: 100_001,
      isTooMany: true,
    });
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

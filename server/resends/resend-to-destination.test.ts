import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { fazzInput, newLink, readLink } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { auditedOrder, doToOrder, newOrder, readItems, readOrder } from '../testing/resend-inputs.ts';
import { type ResendingApp, startResendingApp } from '../testing/resending-app.ts';
import { callBack, newDestination, referencesAt, sendOn } from '../testing/send-on.ts';

let app: ResendingApp;
beforeAll(async () => {
  app = await startResendingApp();
});
afterAll(() => app.close());
afterEach(() => app.tidyUp());

const received = (name: string) => app.sandbox.control.receivers.received(name);

describe('to a destination', () => {
  it('goes the latest callback of each payment, under its own id, one first and the rest at the pace that was chosen', async () => {
    const { paymentFilter, references } = await app.calledBack('PACE', 12);
    await callBack(app, 'PACE003', { sender_note: 'latest' });
    await app.workers.callbacks.processAll();
    const { id: destinationId } = await newDestination(app, app.admin, 'pace');
    app.sandbox.control.receivers.change('pace', { secret: null });
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 120 });
    await app.letPass(10);
    expect(referencesAt(app, 'pace')).toEqual(['PACE000']);
    await doToOrder(app.finance, order.id, 'continue');
    await app.letPass(0);
    const [afterContinue, from] = [received('pace').length, app.clock()];
    await app.letPass(2);
    // Two a second, and never more than a second's worth for time that was lost. The clock goes on by itself too.
    const seconds = (app.clock().getTime() - from.getTime()) / 1_000;
    expect(received('pace').length - afterContinue).toBeLessThanOrEqual(2 * seconds + 1);
    expect(received('pace').length - afterContinue).toBeGreaterThanOrEqual(4);
    await app.letPass(5);
    expect(referencesAt(app, 'pace').toSorted()).toEqual(references);
    expect(received('pace').find(({ body }) => body.includes('PACE003'))?.body).toContain('latest');
    expect(await readOrder(app.finance, order.id)).toMatchObject({ state: 'done', doneCount: 12 });
    expect(new Set(received('pace').map(({ headers }) => headers['webhook-id'])).size).toBe(12);
    const { rows } = await app.db.query(
      `select distinct state, resending_by from deliveries where destination_id = $1`,
      [destinationId],
    );
    expect(rows).toEqual([{ state: 'delivered', resending_by: null }]);
  });

  it('goes the latest word about a payment, not one that was overtaken on its way', async () => {
    const { id, reference } = await newLink(app.finance, fazzInput());
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    app.sandbox.control.settle(reference);
    await expect.poll(() => app.sandbox.control.deliveries({ reference, state: 'delivered' })).toHaveLength(2);
    const paid = app.sandbox.control.deliveries({ reference }).find(({ body }) => body.includes('"paid"'))?.body ?? '';
    const signature = createHmac('sha256', demoAccount.fazz.signingSecret).update(paid).digest('hex');
    const url = app.sandbox.control.settings().callbackUrls.fazz ?? '';
    await fetch(url, { method: 'POST', body: paid, headers: { 'xfers-signature': signature } });
    await app.workers.callbacks.processAll();
    expect(await readLink(app.finance, id)).toMatchObject({ settlement: 'settled' });

    const { id: destinationId } = await newDestination(app, app.admin, 'word');
    app.sandbox.control.receivers.change('word', { secret: null });
    await newOrder(app.finance, { paymentFilter: { q: reference }, via: 'destination', destinationId, perMinute: 60 });
    await app.letPass(1);
    expect(received('word').map(({ body }) => JSON.parse(body).data.attributes.status)).toEqual(['completed']);
  });

  it('each item is sent once, whatever the receiver answers, and says what came of it', async () => {
    const { paymentFilter, references } = await app.calledBack('FAILS', 8);
    const { id: destinationId } = await newDestination(app, app.admin, 'fails');
    app.sandbox.control.receivers.change('fails', { secret: null, answer: 'fail', percent: 50 });
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 600 });
    await app.letPass(1);
    await doToOrder(app.finance, order.id, 'continue');
    await app.letPass(3);
    expect(await readOrder(app.finance, order.id)).toMatchObject({ state: 'done', doneCount: 4, failedCount: 4 });
    expect(referencesAt(app, 'fails').toSorted()).toEqual(references);
    const details = (await readItems(app.finance, order.id)).map(({ outcome, detail }) => `${outcome} ${detail}`);
    expect(details.toSorted()).toEqual([...Array(4).fill('done HTTP 200'), ...Array(4).fill('failed HTTP 500')]);
    // Nothing of it is left in the queue.
    app.moveOn(24 * 3_600_000);
    expect(await app.workers.deliveries.processAll()).toBe(0);
    await app.signInAnew();
  });

  it('what is under way when the order is cancelled gets its result, and the audit entry counts it', async () => {
    const { paymentFilter } = await app.calledBack('LATEST', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'latest');
    app.sandbox.control.receivers.change('latest', { secret: null, delayMs: 500 });
    const { id } = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
    const sending = app.workers.resends.processAll();
    await expect.poll(() => referencesAt(app, 'latest')).toHaveLength(1);
    await doToOrder(app.finance, id, 'cancel');
    await sending;
    expect(await readOrder(app.finance, id)).toMatchObject({ state: 'cancelled', doneCount: 1, cancelledCount: 2 });
    // Whoever looks at the callback sees that it was sent again.
    const { rows } = await app.db.query<{ reference: string }>(
      `select reference from live_events join callbacks on callbacks.id = callback_id order by live_events.id desc limit 1`,
    );
    expect(rows).toEqual([{ reference: referencesAt(app, 'latest')[0] }]);
    expect(await auditedOrder(app.db, id)).toMatchObject({ endedAs: 'cancelled', count: 3, done: 1, cancelled: 2 });
  });

  it('is told by CSV too, with times in WIB', async () => {
    const { paymentFilter } = await app.calledBack('CSV', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'csv');
    app.sandbox.control.receivers.change('csv', { answer: 'drop' });
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
    await app.letPass(0);
    const viewer = await app.signIn('viewer');
    const response = await fetch(`${app.url}/api/sandbox/resend-orders/${order.id}/items.csv`, {
      headers: { cookie: viewer.cookie },
    });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${order.id}.csv"`);
    const lines = (await response.text()).split('\r\n');
    expect(lines[0]).toBe('number,payment,reference,outcome,detail,at (WIB),callback');
    expect(lines[1]).toMatch(
      /^1,pay_[0-9a-z]{26},CSV000,failed,the connection failed \(ECONNRESET\),\d{4}-\d\d-\d\dT[\d:.]+\+07:00,$/,
    );
    expect(lines[2]).toMatch(/^2,pay_[0-9a-z]{26},CSV001,waiting,,,$/);
    expect(lines.slice(4)).toEqual(['']);
  });

  it('leaves out what the destination does not take, what never called back, and what is in its queue anyway', async () => {
    const { paymentFilter } = await app.calledBack('LEAVE', 2);
    await makeLink(app.db, { reference: 'LEAVE777' });
    await makeLink(app.db, { reference: 'LEAVE888', kind: 'routing' });
    const deniedId = await makeLink(app.db, { reference: 'LEAVE999' });
    await callBack(app, 'LEAVE999');
    await app.workers.callbacks.processAll();
    await app.db.query(`update observations set verdict = 'contradicts' where payment_id = $1`, [deniedId]);
    const { id: destinationId } = await newDestination(app, app.admin, 'leave', { kinds: ['link'] });
    app.sandbox.control.receivers.change('leave', { answer: 'fail' });
    await callBack(app, 'LEAVE001', { sender_note: 'waits' });
    await sendOn(app);
    const { data: preview } = await app.finance.POST('/api/{environment}/resend-previews', {
      params: { path: { environment: 'sandbox' } },
      body: { paymentFilter, via: 'destination', destinationId, perMinute: 6 },
    });
    expect(preview).toEqual({
      count: 1,
      skipped: [
        { reason: 'being_delivered', count: 1 },
        { reason: 'contradicts', count: 1 },
        { reason: 'no_callback_yet', count: 1 },
        { reason: 'not_wanted', count: 1 },
      ],
      isTooMany: false,
      durationSeconds: 10,
    });
  });

  it('skips at its turn what came into the queue meanwhile, and the next one is the canary', async () => {
    const { paymentFilter } = await app.calledBack('TURN', 3);
    const { id: destinationId } = await newDestination(app, app.admin, 'turn');
    const letGo = await app.workers.resends.pause();
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
    await callBack(app, 'TURN000', { sender_note: 'new' });
    await app.workers.callbacks.processAll();
    letGo();
    await app.letPass(1);
    expect((await readItems(app.finance, order.id)).map(({ outcome, detail }) => [outcome, detail])).toEqual([
      ['skipped', 'being_delivered'],
      ['done', 'HTTP 200'],
      ['waiting', null],
    ]);
    expect((await readOrder(app.finance, order.id)).state).toBe('canary_done');
  });

  it('a callback that comes while one of its payment is sent again waits for that', async () => {
    const { paymentFilter } = await app.calledBack('AFTERWARDS', 1);
    const { id: destinationId } = await newDestination(app, app.admin, 'afterwards');
    app.sandbox.control.receivers.change('afterwards', { delayMs: 700 });
    await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
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
    const { paymentFilter } = await app.calledBack('HOLD', 4);
    const { id: destinationId } = await newDestination(app, app.admin, 'hold');
    const at = { params: { path: { environment: 'sandbox' as const, destinationId } } };
    const order = await newOrder(app.finance, { paymentFilter, via: 'destination', destinationId, perMinute: 60 });
    await app.letPass(1);
    await app.admin.POST('/api/{environment}/destinations/{destinationId}/pause', at);
    await doToOrder(app.finance, order.id, 'continue');
    await app.letPass(2);
    expect(await readOrder(app.finance, order.id)).toMatchObject({
      state: 'paused',
      pausedReason: 'destination_paused',
      problem: expect.stringContaining('paused'),
      doneCount: 1,
    });
    const early = await doToOrder(app.finance, order.id, 'resume');
    expect(early.error).toMatchObject({ type: '/problems/destination-not-allowed', reason: 'destination_paused' });
    await app.admin.POST('/api/{environment}/destinations/{destinationId}/resume', at);
    expect((await doToOrder(app.finance, order.id, 'resume')).data).toMatchObject({ state: 'running', problem: null });
    await app.letPass(1);
    await app.admin.DELETE('/api/{environment}/destinations/{destinationId}', at);
    await app.letPass(2);
    const ended = await readOrder(app.finance, order.id);
    expect(ended).toMatchObject({ state: 'cancelled', problem: 'The destination was deleted.' });
    expect(ended.doneCount + ended.cancelledCount).toBe(4);
    expect(ended.cancelledCount).toBeGreaterThan(0);
  });
});

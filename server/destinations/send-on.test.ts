import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTimeline } from '../payments/timeline.ts';
import { newLink, remInput } from '../testing/link-inputs.ts';
import { makeLink } from '../testing/make-link.ts';
import { callBack, newDestination, readDestination, receiverUrl, sendOn } from '../testing/send-on.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';
import { deliveriesOf } from './deliveries-of.ts';

let app: TestApp;
let admin: TestClient;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false });
  admin = await app.signIn('admin');
});
afterAll(() => app.close());

const received = (name: string) => app.sandbox.control.receivers.received(name);

describe('a callback is sent on', () => {
  it('as it arrived, signed so that the library of Standard Webhooks proves it', async () => {
    const { id } = await newDestination(app, admin, 'as-it-came');
    const { id: paymentId } = await newLink(await app.signIn('finance'), remInput({ reference: 'ASITCAME1' }));
    const body = await callBack(app, 'ASITCAME1', { sender_note: 'Terima kasih – 👋', amount: 150_000 });
    expect(await sendOn(app)).toBe(1);
    const [request, ...others] = received('as-it-came');
    expect(others).toEqual([]);
    expect(request).toMatchObject({ body, signature: 'proved', httpStatus: 200 });
    const { rows } = await app.db.query<{ id: number }>(`select max(id) as id from callbacks`);
    expect(request?.headers).toMatchObject({
      'webhook-id': `cbk_${rows[0]?.id}_${id}`,
      'content-type': 'application/json',
      'tautan-environment': 'sandbox',
      'tautan-provider': 'rem',
      'tautan-callback-id': String(rows[0]?.id),
      'tautan-payment-id': paymentId,
      'tautan-verdict': 'applied',
    });
    expect(await readDestination(admin, id)).toMatchObject({ waitingCount: 0, lastDeliveredAt: expect.any(String) });
  });

  it("with the provider's own headers under names that nobody takes for ours, and none that is a secret or of the connection", async () => {
    await newDestination(app, admin, 'headers');
    await callBack(
      app,
      'HEADERS1',
      {},
      {
        cookie: 'a=b',
        authorization: 'Basic eA==',
        'xfers-signature': 'abc',
        'webhook-id': 'forged',
        'webhook-signature': 'v1,forged',
        'tautan-payment-id': 'pay_forged',
        'x-forwarded-for': '10.0.0.1',
        'user-agent': 'REM/1.0',
      },
    );
    await sendOn(app);
    const [request] = received('headers');
    const headers = request?.headers ?? {};
    expect(request?.signature).toBe('proved');
    expect(headers).toMatchObject({
      'xfers-signature': 'abc',
      'user-agent': 'Tautan',
      'tautan-original-user-agent': 'REM/1.0',
      'tautan-original-webhook-id': 'forged',
      'tautan-original-tautan-payment-id': 'pay_forged',
    });
    expect(headers['tautan-payment-id']).toBeUndefined();
    expect(headers['webhook-id']).toMatch(/^cbk_/);
    const names = Object.keys(headers).join(' ');
    expect(names).not.toMatch(/cookie|authorization|forwarded-for|original-host|original-content-length/);
    expect(headers.host).toBe(new URL(app.sandbox.url).host);
  });

  it('also when it is parked: about no payment of ours, or unreadable, byte for byte', async () => {
    const all = await newDestination(app, admin, 'parked');
    await newDestination(app, admin, 'parked-links', { kinds: ['link'] });
    await callBack(app, 'NOBODYKNOWS');
    const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
    for (const body of ['no JSON at all', '', new Uint8Array([0, 255, 254, 128])])
      await fetch(url, { method: 'POST', body, headers: { 'content-type': 'text/plain; charset=x' } });
    await sendOn(app);
    expect(received('parked').map(({ signature, headers }) => [signature, headers['tautan-verdict']])).toEqual(
      Array(4).fill(['proved', 'none']),
    );
    expect(received('parked').map(({ body }) => body)).toContain('no JSON at all');
    expect(received('parked').at(1)?.headers['content-type']).toBe('text/plain; charset=x');
    // What nobody can read may be of any kind.
    expect(received('parked-links')).toHaveLength(1);
    expect(await readDestination(admin, all.id)).toMatchObject({ waitingCount: 0, failingSince: null });
  });

  it('to each destination that wants it, under an id of its own', async () => {
    await newDestination(app, admin, 'wants-rem', { providers: ['rem'] });
    await newDestination(app, admin, 'wants-fazz', { providers: ['fazz'] });
    await newDestination(app, admin, 'wants-routings', { kinds: ['routing', 'one-time'] });
    await newDestination(app, admin, 'wants-links', { kinds: ['link'], providers: ['rem', 'fazz'] });
    await makeLink(app.db, { reference: 'WANTED1' });
    await callBack(app, 'WANTED1');
    await sendOn(app);
    expect(['wants-rem', 'wants-fazz', 'wants-routings', 'wants-links'].map((name) => received(name).length)).toEqual([
      1, 0, 0, 1,
    ]);
    const ids = ['wants-rem', 'wants-links'].map((name) => received(name)[0]?.headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
  });

  it('not from before the destination was there, and not after it was deleted', async () => {
    await callBack(app, 'BEFORE1');
    await app.workers.callbacks.processAll();
    const { id } = await newDestination(app, admin, 'for-a-while');
    app.sandbox.control.receivers.change('for-a-while', { answer: 'fail' });
    await callBack(app, 'MEANWHILE1');
    await sendOn(app);
    const path = { environment: 'sandbox' as const, destinationId: id };
    const { response } = await admin.DELETE('/api/{environment}/destinations/{destinationId}', { params: { path } });
    expect(response.status).toBe(204);
    await callBack(app, 'AFTER1');
    await sendOn(app);
    expect(received('for-a-while').map(({ body }) => JSON.parse(body).partner_tx_id)).toEqual(['MEANWHILE1']);
    const { rows } = await app.db.query(`select state from deliveries where destination_id = $1`, [id]);
    expect(rows).toEqual([{ state: 'given_up' }]);
  });
});

describe('one callback is sent once more', () => {
  it('to any destination, under the same id, with an audit entry; a viewer sees the attempts without what was answered', async () => {
    const destination = await newDestination(app, admin, 'once-more');
    const paymentId = await makeLink(app.db, { reference: 'ONCEMORE1' });
    await callBack(app, 'ONCEMORE1');
    await sendOn(app);
    const [first] = received('once-more');
    const callbackId = String(first?.headers['tautan-callback-id']);
    const support = await app.signIn('support');
    const deliver = (destinationId: string, id = callbackId) =>
      support.POST('/api/{environment}/callbacks/{callbackId}/deliver', {
        params: { path: { environment: 'sandbox', callbackId: id } },
        body: { destinationId },
      });
    const { data, response } = await deliver(destination.id);
    expect(response.status).toBe(202);
    expect(data).toMatchObject({
      destinationId: destination.id,
      destinationName: 'once-more',
      state: 'waiting',
      nextAttemptAt: expect.any(String),
      attempts: [{ status: 200, error: null, answer: '{"received":true}', durationMs: expect.any(Number) }],
    });
    await sendOn(app);
    const [, second] = received('once-more');
    expect(second).toMatchObject({ body: first?.body, signature: 'proved', isRepeat: true });

    const viewer = { staffId: 's', name: 'Vi', role: 'viewer', requestId: null } as const;
    const all = await deliveriesOf(app.db, viewer, { environment: 'sandbox', callbackId: Number(callbackId) });
    const seen = all.find(({ destinationId }) => destinationId === destination.id);
    expect(seen?.attempts.map(({ status, answer }) => [status, answer])).toEqual([
      [200, null],
      [200, null],
    ]);

    const elsewhere = await newDestination(app, admin, 'once-more-too', { kinds: ['routing'] });
    expect((await deliver(elsewhere.id)).response.status).toBe(202);
    await sendOn(app);
    expect(received('once-more-too')).toMatchObject([{ body: first?.body, signature: 'proved', isRepeat: false }]);

    const { rows } = await app.db.query(
      `select staff_role, payment_id, outcome, detail from audit_entries where action = 'deliverCallback' order by id`,
    );
    expect(rows).toMatchObject([
      {
        staff_role: 'support',
        payment_id: paymentId,
        outcome: 'done',
        detail: { callbackId, destination: 'once-more' },
      },
      { detail: { destination: 'once-more-too' } },
    ]);
    const { entries } = await readTimeline(app.db, paymentId, { withRaw: false });
    const done = entries.filter((entry) => entry.type === 'action' && entry.action === 'deliverCallback');
    expect(done).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    expect((await deliver(elsewhere.id, '999999999')).response.status).toBe(404);
    expect((await deliver('dst_00000000000000000000000000')).response.status).toBe(404);
    await admin.POST('/api/{environment}/destinations/{destinationId}/pause', {
      params: { path: { environment: 'sandbox', destinationId: elsewhere.id } },
    });
    const refused = await deliver(elsewhere.id);
    expect(refused.response.status).toBe(409);
    expect(refused.error).toMatchObject({ type: '/problems/destination-not-allowed' });
  });

  it('also when nobody knows what it is about', async () => {
    await callBack(app, 'STRANGER1');
    await app.workers.callbacks.processAll();
    const destination = await newDestination(app, admin, 'strangers');
    const { rows } = await app.db.query<{ id: number }>(`select max(id) as id from callbacks`);
    const { response } = await admin.POST('/api/{environment}/callbacks/{callbackId}/deliver', {
      params: { path: { environment: 'sandbox', callbackId: String(rows[0]?.id) } },
      body: { destinationId: destination.id },
    });
    expect(response.status).toBe(202);
    await sendOn(app);
    expect(received('strangers').map(({ body }) => JSON.parse(body).partner_tx_id)).toEqual(['STRANGER1']);
    const key = await app.db.query(`select order_key from deliveries where destination_id = $1`, [destination.id]);
    expect(key.rows).toEqual([{ order_key: 'rem:link:stranger1' }]);
  });
});

it('the address of a new destination is where callbacks go that wait', async () => {
  const destination = await newDestination(app, admin, 'moves');
  app.sandbox.control.receivers.change('moves', { answer: 'fail' });
  await callBack(app, 'MOVES1');
  await sendOn(app);
  await admin.PUT('/api/{environment}/destinations/{destinationId}', {
    params: { path: { environment: 'sandbox', destinationId: destination.id } },
    body: { name: 'moves', url: receiverUrl(app, 'moved') },
  });
  await sendOn(app);
  expect(received('moved')).toHaveLength(1);
});

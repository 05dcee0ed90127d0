import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { components } from '../../openapi/generated/console.ts';
import { linkAt, newLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { callBack, newDestination, sendOn } from '../testing/send-on.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

type Callback = components['schemas']['Callback'];

let app: TestApp;
let support: TestClient;
let viewer: TestClient;
let finance: TestClient;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false });
  support = await app.signIn('support');
  viewer = await app.signIn('viewer');
  finance = await app.signIn('finance');
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const at = (callbackId: string) => ({ params: { path: { environment: 'sandbox' as const, callbackId } } });

async function read(id: string, client = support): Promise<Callback> {
  const { data, response } = await client.GET('/api/{environment}/callbacks/{callbackId}', at(id));
  if (!data) throw new Error(`No callback: HTTP ${response.status}`);
  return data;
}

/** The callback that arrived last, read or parked by now. */
async function newest(client = support): Promise<Callback> {
  await app.workers.callbacks.processAll();
  const { rows } = await app.db.query<{ id: number }>('select max(id) as id from callbacks');
  return read(String(rows[0]?.id), client);
}

const differences = ({ differences: all }: Callback) =>
  Object.fromEntries(all.map(({ field, ...rest }) => [field, rest]));
const audited = async () =>
  (
    await app.db.query(
      `select outcome, payment_id as "paymentId" from audit_entries where action = 'processCallback' order by id`,
    )
  ).rows;

describe('one callback', () => {
  it('shows what arrived, what was read from it, its payment and where it was sent on', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await newDestination(app, await app.signIn('admin'), 'gudang');
    const body = await callBack(app, reference, { status: 'complete', amount: 150_000, stray: 1 }, { 'x-note': 'hi' });
    await sendOn(app);
    expect(await newest()).toMatchObject({
      paymentId: id,
      status: 'paid',
      verdict: 'claimed',
      reason: null,
      body,
      bodyEncoding: 'utf8',
      headers: { 'x-note': 'hi' },
      sourceAddress: expect.stringContaining('127.0.0.1'),
      deviations: expect.arrayContaining([expect.stringContaining('stray')]),
      payment: { id, reference },
      deliveries: [{ destinationName: 'gudang', state: 'waiting', isHeld: true, attempts: [] }],
      actions: {
        process: { allowed: false, reason: 'not_parked' },
        deliver: { allowed: true, reason: null },
        resend: { allowed: false, reason: 'no_callback_yet' },
      },
    });
  });

  it('differs field by field from the callback before it and from what the provider says itself', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await callBack(app, reference, { status: 'waiting_payment', amount: 150_000 });
    const firstCallback = await newest();
    const first = differences(firstCallback);
    // The answer to the creation said "open"; read it has never been.
    expect(first.status).toEqual({ said: 'awaiting_payment', before: null, provider: null });
    expect(firstCallback).toMatchObject({ beforeAt: null, providerReadAt: null });
    await callBack(app, reference, { status: 'complete', amount: undefined, sender_phone: '081234567890' });
    await app.workers.callbacks.processAll();
    await app.workers.confirmer.processAll();
    const second = await newest();
    expect(second).toMatchObject({ beforeAt: firstCallback.receivedAt, providerReadAt: expect.any(String) });
    // Its claim was looked into, so this "open" was read.
    expect(differences(second).status).toEqual({ said: 'paid', before: 'awaiting_payment', provider: 'open' });
    // What it leaves out is a field too.
    expect(differences(second).amountIdr).toEqual({ said: null, before: 150_000, provider: 150_000 });
    app.sandbox.control.pay(reference, { method: 'qris' });
    await app.workers.callbacks.processAll();
    await finance.POST('/api/{environment}/links/{id}/refresh', linkAt(id));
    const { items = [] } = (
      await support.GET('/api/{environment}/callbacks', {
        params: { path: { environment: 'sandbox' }, query: { paymentId: id } },
      })
    ).data ?? { items: [] };
    const claimed = await read(items.at(-2)?.id ?? '');
    expect(differences(claimed).status).toEqual({ said: 'paid', before: 'awaiting_payment', provider: 'paid' });
    expect(differences(claimed).amountIdr).toEqual({ said: null, before: 150_000, provider: 150_000 });
    const reading = (await timelineOf(finance, id)).find((entry) => 'source' in entry && entry.source === 'read');
    expect(claimed.providerReadAt).toBe(reading?.at);
    expect(differences(claimed).payerPhone?.said).toBe('081234567890');
    expect(differences(await read(claimed.id, viewer)).payerPhone?.said).toMatch(/^08.*•/);
  });

  it('is shown without its body to people who may not read contacts', async () => {
    await callBack(app, 'NOBODY-2', { status: 'complete' });
    expect(await newest(viewer)).toMatchObject({ body: null, parkedReason: 'unknown_payment' });
    expect((await newest(viewer)).actions.process).toEqual({ allowed: false, reason: 'no_permission' });
  });

  it('of bytes that are no text is shown in base64', async () => {
    const body = new Uint8Array([0, 255, 1]);
    await fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', { method: 'POST', body });
    expect(await newest()).toMatchObject({
      bodyEncoding: 'base64',
      body: 'AP8B',
      state: 'parked',
      parkedReason: 'unreadable',
      parkedDetail: expect.any(String),
      differences: [],
      payment: null,
      actions: { process: { allowed: true }, resend: { allowed: false, reason: 'no_payment' } },
    });
  });

  it('that is not there, or in another environment, is not found', async () => {
    for (const id of ['999999', '999999999999999999']) {
      const { response } = await support.GET('/api/{environment}/callbacks/{callbackId}', at(id));
      expect(response.status).toBe(404);
    }
  });
});

describe('a parked callback', () => {
  /** A payment that REM knows and we do not, with its callback parked. */
  async function strange() {
    const { id, reference } = await newLink(finance, remInput());
    await app.workers.callbacks.processAll();
    await app.db.query('delete from observations where payment_id = $1', [id]);
    await app.db.query('update audit_entries set payment_id = null where payment_id = $1', [id]);
    await app.db.query('delete from payments where id = $1', [id]);
    await callBack(app, reference, { status: 'complete', amount: 150_000 });
    const callback = await newest();
    expect(callback).toMatchObject({ state: 'parked', parkedReason: 'unknown_payment', paymentId: null });
    return { reference, callback };
  }
  const importIt = (value: string) =>
    support.POST('/api/{environment}/payment-imports', {
      params: { path: { environment: 'sandbox' } },
      body: { kind: 'link', provider: 'rem', value },
    });
  const process = (id: string, client = support) =>
    client.POST('/api/{environment}/callbacks/{callbackId}/process', at(id));

  it('shows what it says all the same', async () => {
    const { callback, reference } = await strange();
    expect(callback).toMatchObject({ status: 'paid', reference, kind: 'link' });
    expect(differences(callback).status).toEqual({ said: 'paid', before: null, provider: null });
  });

  it('is read again by a person, who is told when nothing has changed', async () => {
    const { callback, reference } = await strange();
    const before = (await audited()).length;
    expect((await process(callback.id)).data).toMatchObject({ state: 'parked', parkedReason: 'unknown_payment' });
    const { data: payment } = await importIt(reference);
    expect((await process(callback.id)).data).toMatchObject({
      state: 'processed',
      parkedReason: null,
      paymentId: payment?.id,
    });
    expect((await audited()).slice(before)).toEqual([
      { outcome: 'refused', paymentId: null },
      { outcome: 'done', paymentId: payment?.id },
    ]);
    const again = await process(callback.id);
    expect(again.response.status).toBe(409);
    expect(again.error).toMatchObject({ type: '/problems/action-not-allowed', reason: 'not_parked' });
    expect((await process(callback.id, viewer)).response.status).toBe(403);
    expect((await process('999999')).response.status).toBe(404);
  });

  it('that names its payment with what no database can store stays parked, and nothing breaks', async () => {
    const url = app.sandbox.control.settings().callbackUrls.rem ?? '';
    const body = '{"partner_tx_id":"NUL\\u0000","status":"complete","amount":150000}';
    await fetch(url, { method: 'POST', body });
    const { id } = await newest();
    const { data, response } = await process(id);
    expect(response.status).toBe(200);
    expect(data).toMatchObject({ state: 'parked', parkedReason: 'unknown_payment', body });
  });

  it('is read again by itself once its payment is imported, in the order of arrival', async () => {
    const { callback, reference } = await strange();
    await callBack(app, reference, { status: 'complete', amount: 150_000 });
    const second = await newest();
    await app.workers.rereader.processAll();
    expect(await read(callback.id)).toMatchObject({ state: 'parked' });
    const { data: payment } = await importIt(reference);
    await app.workers.rereader.processAll();
    expect(await read(callback.id)).toMatchObject({ state: 'processed', verdict: 'claimed', paymentId: payment?.id });
    expect(await read(second.id)).toMatchObject({ state: 'processed', verdict: 'duplicate' });
    expect((await readLink(support, payment?.id ?? '')).claimedAt).not.toBeNull();
  });

  it('is read again by itself once its payment is created', async () => {
    await callBack(app, 'LATER1', { status: 'waiting_payment', amount: 150_000 });
    const callback = await newest();
    const { id } = await newLink(finance, remInput({ reference: 'LATER1' }));
    await app.workers.rereader.processAll();
    expect(await read(callback.id)).toMatchObject({ state: 'processed', paymentId: id });
  });
});

import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { fazzInput, newLink, readLink, remInput, timelineOf } from '../testing/link-inputs.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

let app: TestApp;
let finance: TestClient;
let urls: Record<'rem' | 'fazz', string>;

beforeAll(async () => {
  app = await startTestApp({ sandbox: { settleAfterMs: 'next-day-15:00' }, config: { logLevel: 'silent' } });
  finance = await app.signIn('finance');
  const { rem, fazz } = app.sandbox.control.settings().callbackUrls;
  urls = { rem: rem ?? '', fazz: fazz ?? '' };
});
afterAll(() => app.close());
beforeEach(() => app.sandbox.control.disarm());

const post = (url: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });

const signed = (body: string) => ({
  'xfers-signature': createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex'),
});

interface CallbackRow {
  id: number;
  state: string;
  parked_reason: string | null;
  parked_detail: string | null;
  payment_id: string | null;
  body: Uint8Array;
  headers: Record<string, string>;
}

async function lastCallback(): Promise<CallbackRow | undefined> {
  await app.workers.callbacks.processAll();
  const { rows } = await app.db.query<CallbackRow>(
    `select id, state, parked_reason, parked_detail, payment_id, body, headers from callbacks order by id desc limit 1`,
  );
  return rows[0];
}

const storedCallbacks = async () =>
  (await app.db.query<{ n: number }>(`select count(*) as n from callbacks`)).rows[0]?.n;

/** What REM would send of this link, as the twin words it. */
async function remCallback(reference: string): Promise<string> {
  const delivery = app.sandbox.control.deliveries({ reference }).at(-1);
  if (!delivery) throw new Error('the twin sent nothing');
  return delivery.body;
}

const observed = async (id: string) =>
  (await timelineOf(finance, id)).filter((entry) => entry.type === 'observation' && entry.source === 'callback');

describe('who may call back', () => {
  it.each([
    ['a wrong token', (url: string) => `${url}x`],
    ['no known provider', (url: string) => url.replace('/rem/', '/xendit/')],
    ['another environment', (url: string) => url.replace('/sandbox/', '/production/')],
  ])('%s is a 404 and nothing is stored', async (_, change) => {
    const before = await storedCallbacks();
    const response = await post(change(urls.rem), '{}');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ type: '/problems/callback-unknown' });
    expect(await storedCallbacks()).toBe(before);
  });

  it.each([
    ['no signature', () => ({})],
    ['a signature of another body', () => signed('{"data":{}}')],
    ['a signature that is none', () => ({ 'xfers-signature': 'zz' })],
  ])('%s on a callback of Fazz is a 401 and no payment changes', async (_, headers) => {
    const { id, reference, providerPaymentId } = await newLink(finance, fazzInput());
    const before = await storedCallbacks();
    const attributes = { status: 'paid', referenceId: reference, amount: '275000.0' };
    const body = JSON.stringify({ data: { id: providerPaymentId, type: 'payment_links', attributes } });
    const response = await post(urls.fazz, body, headers());
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: '/problems/callback-signature' });
    expect(await storedCallbacks()).toBe(before);
    expect((await readLink(finance, id)).status).toBe('open');
  });

  it('other methods are refused', async () => {
    const response = await fetch(urls.rem);
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });

  it("secrets in headers are not kept, the sender's other words are", async () => {
    await post(urls.rem, '{"partner_tx_id":"NOBODY"}', {
      cookie: 'a=b',
      authorization: 'Basic eA==',
      'x-api-key': 'k',
      'x-gitlab-token': 't',
      'xfers-signature': 'abc',
      // As proxies say what they were asked for: with our secret address.
      'x-original-uri': new URL(urls.rem).pathname,
      'x-note': 'hi',
    });
    const headers = (await lastCallback())?.headers;
    expect(headers).toMatchObject({ 'x-note': 'hi', 'content-type': 'application/json', 'xfers-signature': 'abc' });
    for (const name of ['cookie', 'authorization', 'x-api-key', 'x-gitlab-token', 'x-original-uri'])
      expect(headers).not.toHaveProperty(name);
  });
});

describe('what a callback does', () => {
  it.each([
    ['rem', remInput],
    ['fazz', fazzInput],
  ] as const)('payment and settlement of %s arrive as two, and the second is no duplicate', async (provider, input) => {
    const { id, reference } = await newLink(finance, input());
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bca' });
    await expect.poll(async () => (await readLink(finance, id)).settlement).toBe('waiting');
    expect(await readLink(finance, id)).toMatchObject({
      status: 'paid',
      paidAmountIdr: input().amountIdr,
      // REM signs nothing: what its callback claims is true once a read has said the same.
      knownFrom: { source: 'callback', confirmedAt: provider === 'rem' ? expect.any(String) : null },
    });
    app.sandbox.control.settle(reference);
    await expect.poll(async () => (await readLink(finance, id)).settlement).toBe('settled');
    expect(await observed(id)).toMatchObject([
      { settlement: 'settled', verdict: 'applied' },
      { settlement: 'waiting', verdict: 'applied' },
    ]);
    if (provider === 'rem') {
      const [second, first] = app.sandbox.control.deliveries({ reference }).map(({ body }) => JSON.parse(body));
      expect(first.tx_ref_number).toBe(second.tx_ref_number);
    }
    expect(await lastCallback()).toMatchObject({ state: 'processed', payment_id: id });
  });

  it('the raw bytes are what arrived, and the timeline shows them to those who may read contacts', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
    const body = await remCallback(reference);
    expect(new TextDecoder().decode((await lastCallback())?.body)).toBe(body);
    expect((await observed(id))[0]).toMatchObject({ raw: body });
    const viewer = await app.signIn('viewer');
    expect((await timelineOf(viewer, id)).map((entry) => (entry.type === 'observation' ? entry.raw : null))).toEqual(
      (await timelineOf(viewer, id)).map(() => null),
    );
  });

  it('the same words twice are kept as a duplicate and change nothing', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'callback_duplicated' });
    app.sandbox.control.pay(reference);
    await expect.poll(() => observed(id)).toMatchObject([{ verdict: 'duplicate' }, { verdict: 'applied' }]);
    // Created, claimed, and paid when REM had confirmed it.
    await expect.poll(async () => (await readLink(finance, id)).version).toBe(4);
  });

  it('a payment that is heard of after its settlement takes nothing back', async () => {
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.arm({ scenario: 'callback_reordered' });
    app.sandbox.control.pay(reference, { method: 'va', channel: 'bri' });
    app.sandbox.control.settle(reference);
    await expect.poll(() => observed(id)).toMatchObject([{ settlement: 'waiting' }, { settlement: 'settled' }]);
    // REM confirms it after that.
    await expect.poll(() => readLink(finance, id)).toMatchObject({ status: 'paid', settlement: 'settled' });
  });

  it('proves that a link exists whose creation was not answered', async () => {
    app.sandbox.control.arm({ scenario: 'lost_response', operation: 'createPaymentLink' });
    const { data } = await finance.POST('/api/{environment}/links', {
      params: { path: { environment: 'sandbox' }, header: { 'Idempotency-Key': 'callback-before-answer' } },
      body: remInput(),
    });
    expect(data?.status).toBe('creating');
    app.sandbox.control.pay(data?.reference ?? '');
    await expect.poll(async () => (await readLink(finance, data?.id ?? '')).status).toBe('paid');
  });
});

describe('what we cannot use', () => {
  it('a callback about a payment that is not ours is parked', async () => {
    const response = await post(urls.rem, '{"partner_tx_id":"NOBODY1","status":"complete","amount":10000}');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ received: true });
    expect(await lastCallback()).toMatchObject({ state: 'parked', parked_reason: 'unknown_payment', payment_id: null });
  });

  it.each([
    ['text', 'it is paid, believe me'],
    ['half of JSON', '{"partner_tx_id":'],
    ['nothing', ''],
    ['JSON of another kind', '[1,2,3]'],
    ['bytes that are no text', new Uint8Array([0, 255, 254, 128])],
  ])('%s is stored as it came and parked', async (_, body) => {
    expect((await post(urls.rem, body, { 'content-type': 'text/plain' })).status).toBe(200);
    const stored = await lastCallback();
    expect(stored).toMatchObject({ state: 'parked', parked_reason: 'unreadable', parked_detail: expect.any(String) });
    const sent = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    expect([...(stored?.body ?? [])]).toEqual([...sent]);
  });

  it('what no database can store is parked too, and holds up nobody', async () => {
    const { id, reference } = await newLink(finance, remInput());
    await post(urls.rem, `{"partner_tx_id":"${reference}","status":"complete","sender_note":"\\u0000"}`);
    await post(urls.rem, '{"partner_tx_id":"NUL\\u0000","status":"complete"}');
    await post(urls.rem, '\\udc00\\udc00');
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
    const waiting = async () => (await app.db.query(`select id from callbacks where state = 'received'`)).rows;
    await expect.poll(waiting).toEqual([]);
  });

  it('a deadlock costs a callback no place before the next one of its payment', async () => {
    const { reference } = await newLink(finance, remInput());
    await app.db.exec(`create function lose() returns trigger language plpgsql as $$
      begin raise exception 'deadlock detected' using errcode = '40P01'; end $$;
      create trigger lose before update on callbacks for each row
        when (new.search_text like '%loses%' and new.attempts = 0) execute function lose()`);
    const resume = await app.workers.callbacks.pause();
    for (const note of ['loses', 'follows'])
      await post(urls.rem, JSON.stringify({ partner_tx_id: reference, status: 'waiting_payment', sender_note: note }));
    resume();
    await app.workers.callbacks.processAll();
    await app.db.exec(`drop trigger lose on callbacks; drop function lose`);
    const { rows } = await app.db.query(
      `select attempts, search_text like '%loses%' as loses from callbacks where reference = $1 order by processed_at`,
      [reference],
    );
    expect(rows).toEqual([
      { attempts: 1, loses: true },
      { attempts: 0, loses: false },
    ]);
  });

  it('what cannot even be parked holds up nobody, and is parked once it can be', async () => {
    await app.db.exec(`create function refuse() returns trigger language plpgsql as $$
      begin raise exception 'not today' using errcode = '22021'; end $$;
      create trigger refuse before update on callbacks for each row
        when (new.search_text like '%unparkable%') execute function refuse()`);
    await post(urls.rem, 'unparkable');
    const { id, reference } = await newLink(finance, remInput());
    app.sandbox.control.pay(reference);
    await expect.poll(async () => (await readLink(finance, id)).status).toBe('paid');
    const { rows } = await app.db.query(`select attempts > 0 as tried from callbacks where state = 'received'`);
    expect(rows).toEqual([{ tried: true }]);

    await app.db.exec(`drop trigger refuse on callbacks; drop function refuse`);
    await app.db.query(`update callbacks set claimed_until = null where state = 'received'`);
    await app.workers.callbacks.processAll();
    const parked = await app.db.query<{ body: Uint8Array }>(
      `select body from callbacks where state = 'parked' order by processed_at desc limit 1`,
    );
    expect(new TextDecoder().decode(parked.rows[0]?.body)).toBe('unparkable');
  });

  it('a body of 10 MB is refused and not stored', async () => {
    const before = await storedCallbacks();
    const outcome = await post(urls.rem, 'x'.repeat(10 * 1024 * 1024)).then(
      ({ status }) => status,
      () => 'connection closed',
    );
    expect([413, 'connection closed']).toContain(outcome);
    expect((await post(urls.rem, 'x'.repeat(256 * 1024 + 1))).status).toBe(413);
    expect(await storedCallbacks()).toBe(before);
  });
});

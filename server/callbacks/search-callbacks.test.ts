import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { operations } from '../../openapi/generated/console.ts';
import { newLink, readLink, remInput } from '../testing/link-inputs.ts';
import { movableClock } from '../testing/movable-clock.ts';
import { callBack, newDestination, sendOn } from '../testing/send-on.ts';
import { startTestApp, type TestApp, type TestClient } from '../testing/start-test-app.ts';

const { clock, moveOn } = movableClock();
let app: TestApp;
let support: TestClient;
let viewer: TestClient;
let paid: { id: string; reference: string };
let open: { id: string; reference: string };

/** Six callbacks, oldest first: of a stranger, opened, paid, paid in the same words, nonsense, and one that nobody has read. */
beforeAll(async () => {
  app = await startTestApp({ clock, startWorkers: false });
  const finance = await app.signIn('finance');
  app.sandbox.control.setCallbackUrl('fazz', null);
  app.sandbox.control.arm({ scenario: 'error_500', operation: 'getPaymentLinkStatus', count: null });
  paid = await newLink(finance, remInput());
  open = await newLink(finance, remInput());
  await callBack(app, 'NOBODY-1', { status: 'complete', sender_name: 'Orang Asing' });
  await app.workers.callbacks.processAll();
  moveOn(24 * 3_600_000);
  await newDestination(app, await app.signIn('admin'), 'gudang');
  support = await app.signIn('support');
  viewer = await app.signIn('viewer');
  const pays = { status: 'complete', amount: 150_000, sender_name: 'Sit\u00ed Rahayu', sender_phone: '081234567890' };
  await callBack(app, open.reference, { amount: 150_000, sender_note: 'a/b 100%' });
  await sendOn(app);
  app.sandbox.control.receivers.change('gudang', { answer: 'fail' });
  await callBack(app, paid.reference, pays);
  await callBack(app, paid.reference, pays);
  await app.workers.callbacks.processAll();
  // Nobody can be asked about it: it goes on as a claim.
  moveOn(5 * 60_000);
  await sendOn(app);
  await fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', {
    method: 'POST',
    body: new Uint8Array([0, 255, 120]),
  });
  await app.workers.callbacks.processAll();
  await app.workers.callbacks.pause();
  await callBack(app, open.reference, { amount: 150_000, sender_note: 'nobody has read this' });
});
afterAll(() => app.close());

type Query = NonNullable<operations['searchCallbacks']['parameters']['query']>;

async function search(query: Query = {}, client = support) {
  const { data, response } = await client.GET('/api/{environment}/callbacks', {
    params: { path: { environment: 'sandbox' }, query },
  });
  if (!data) throw new Error(`No callbacks: HTTP ${response.status}`);
  return data;
}

/** Their numbers in the order of arrival, from 1, as the search gives them. */
async function numbers(query: Query = {}, client = support): Promise<number[]> {
  const all = (await search({}, support)).items.map(({ id }) => id).toReversed();
  return (await search(query, client)).items.map(({ id }) => all.indexOf(id) + 1);
}

async function destinations(): Promise<string[]> {
  const { data } = await support.GET('/api/{environment}/destinations', {
    params: { path: { environment: 'sandbox' } },
  });
  return (data?.items ?? []).map(({ id }) => id);
}

describe('the list of callbacks', () => {
  it('is newest first, and says of each what it says and what became of it', async () => {
    const { items } = await search();
    expect(items).toMatchObject([
      { state: 'received', status: null, kind: null, verdict: null, delivery: 'none' },
      { state: 'parked', parkedReason: 'unreadable', paymentId: null, delivery: 'waiting' },
      { state: 'processed', paymentId: paid.id, verdict: 'duplicate', delivery: 'waiting' },
      {
        provider: 'rem',
        kind: 'link',
        paymentId: paid.id,
        reference: paid.reference,
        status: 'paid',
        providerStatus: 'complete',
        amountIdr: 150_000,
        verdict: 'claimed',
        state: 'processed',
        delivery: 'failing',
      },
      { paymentId: open.id, delivery: 'delivered' },
      { state: 'parked', parkedReason: 'unknown_payment', reference: 'NOBODY-1', kind: 'link', delivery: 'none' },
    ]);
    expect((await readLink(support, paid.id)).claimedAt).not.toBeNull();
  });

  it('comes in pages that meet, forwards and back', async () => {
    const all = (await search()).items;
    const first = await search({ limit: 4 });
    expect(first.previousCursor).toBeNull();
    const second = await search({ limit: 4, cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.nextCursor).toBeNull();
    const back = await search({ limit: 4, cursor: second.previousCursor ?? '' });
    expect(back.items).toEqual(first.items);
    const filtered = await search({ limit: 1, state: ['parked'] });
    const next = await search({ limit: 1, state: ['parked'], cursor: filtered.nextCursor ?? '' });
    expect([...filtered.items, ...next.items].map(({ parkedReason }) => parkedReason)).toEqual([
      'unreadable',
      'unknown_payment',
    ]);
  });

  it.each<[string, Query, number[]]>([
    ['who sent it', { provider: ['rem'] }, [6, 5, 4, 3, 2, 1]],
    ['who did not', { provider: ['fazz'] }, []],
    ['the kind', { kind: ['link'] }, [4, 3, 2, 1]],
    ['another kind', { kind: ['routing', 'one-time'] }, []],
    ['what it says', { says: ['paid'] }, [4, 3, 1]],
    ['the verdict', { verdict: ['claimed', 'duplicate'] }, [4, 3]],
    ['that a person must look', { state: ['parked'] }, [5, 1]],
    ['that nobody has read it', { state: ['received'] }, [6]],
    ['that it fails at a destination', { delivery: ['failing'] }, [3]],
    ['that it waits', { delivery: ['waiting'] }, [5, 4]],
    ['that it is delivered or goes nowhere', { delivery: ['delivered', 'none'] }, [6, 2, 1]],
    ['two things at once', { says: ['paid'], state: ['parked'] }, [1]],
  ])('is narrowed by %s', async (_, query, expected) => {
    expect(await numbers(query)).toEqual(expected);
  });

  it('tells paid from settled, as its rows do', async () => {
    const [, , repeated] = (await search()).items;
    const settle = (settlement: string | null) =>
      app.db.query('update callbacks set settlement = $2 where id = $1::bigint', [repeated?.id, settlement]);
    await settle('settled');
    expect(await numbers({ says: ['paid'] })).toEqual([3, 1]);
    expect(await numbers({ says: ['settled'] })).toEqual([4]);
    expect(await numbers({ says: ['settled', 'awaiting_payment'] })).toEqual([4, 2]);
    expect(await numbers({ says: ['paid', 'settled'] })).toEqual([4, 3, 1]);
    await settle(repeated?.settlement ?? null);
  });

  it('is narrowed by payment and by days in WIB', async () => {
    expect(await numbers({ paymentId: paid.id })).toEqual([4, 3]);
    const today = new Date(clock().getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await numbers({ receivedFrom: today, receivedTo: today })).toEqual([6, 5, 4, 3, 2]);
    expect(await numbers({ receivedTo: '2026-01-01' })).toEqual([]);
  });

  it.each<[string, string, number[]]>([
    ['a word in any case', 'rahayu', [4, 3]],
    ['a letter beyond ASCII', 'Sití', [4, 3]],
    ['two words', 'orang ASING', [1]],
    ['a telephone number as people write it', '+62 812-3456-7890', [4, 3]],
    ['an amount as people write it', 'Rp 150.000', [4, 3, 2]],
    ['signs that mean something to databases', 'a/b 100%', [2]],
    ['what is in no body', 'tidak-ada', []],
    ['what nobody has read yet', 'nobody', [1]],
  ])('is searched by %s in the bodies', async (_, q, expected) => {
    expect(await numbers({ q })).toEqual(expected);
  });

  it('is searched by payment, also by people who may not read contacts; by contacts only by those who may', async () => {
    expect(await numbers({ q: paid.id })).toEqual([4, 3]);
    expect(await numbers({ q: paid.reference.toLowerCase() }, viewer)).toEqual([4, 3]);
    expect(await numbers({ q: paid.id }, viewer)).toEqual([4, 3]);
    expect(await numbers({ q: '081234567890' })).toEqual([4, 3]);
    expect(await numbers({ q: '081234567890' }, viewer)).toEqual([]);
  });

  it.each([
    ['of another list', Buffer.from('n|-createdAt|1|pay_1').toString('base64url')],
    ['that somebody made up', Buffer.from('n|received|1|pay_1').toString('base64url')],
  ])('refuses a cursor %s', async (_, cursor) => {
    const { error, response } = await support.GET('/api/{environment}/callbacks', {
      params: { path: { environment: 'sandbox' }, query: { cursor } },
    });
    expect(response.status).toBe(400);
    expect(error?.errors).toMatchObject([{ field: 'cursor' }]);
  });

  it('finds what lies behind thousands of others', async () => {
    await app.db.query(
      `insert into callbacks (environment, provider, received_at, headers, body, state, search_text, status)
       select 'sandbox', 'rem', now() + interval '2 days', '{}', 'x', 'processed', 'x ' || n, 'expired' from generate_series(1, 2000) as n`,
    );
    const found = async (query: Query) => (await search(query)).items.map(({ reference }) => reference);
    expect(await found({ q: 'rahayu' })).toEqual([paid.reference, paid.reference]);
    expect(await found({ state: ['parked'], says: ['paid'] })).toEqual(['NOBODY-1']);
    expect(await found({ delivery: ['failing'] })).toEqual([paid.reference]);
    expect(await found({ verdict: ['duplicate'], limit: 1 })).toEqual([paid.reference]);
    await app.db.exec(`delete from callbacks where search_text like 'x %'`);
  });

  it('is narrowed by a destination, and then by how far each got there', async () => {
    const [gudang] = await destinations();
    await newDestination(app, await app.signIn('admin'), 'erp');
    const erp = (await destinations()).find((id) => id !== gudang);
    app.sandbox.control.receivers.change('erp', { answer: 'fail' });
    const second = (await search()).items.at(-2);
    await support.POST('/api/{environment}/callbacks/{callbackId}/deliver', {
      params: { path: { environment: 'sandbox', callbackId: second?.id ?? '' } },
      body: { destinationId: erp ?? '' },
    });
    await app.workers.deliveries.processAll();
    expect(await numbers({ delivery: ['failing'] })).toEqual([5, 3, 2]);
    const at = (destinationId = '', ...delivery: NonNullable<Query['delivery']>) =>
      numbers({ destinationId, ...(delivery.length > 0 && { delivery }) });
    expect(await at(gudang)).toEqual([5, 4, 3, 2]);
    expect(await at(erp)).toEqual([2]);
    expect(await at(gudang, 'failing')).toEqual([5, 3]);
    expect(await at(erp, 'failing')).toEqual([2]);
    expect(await at(gudang, 'delivered')).toEqual([2]);
    expect(await at(gudang, 'waiting')).toEqual([4]);
    expect(await at(erp, 'none', 'waiting')).toEqual([6, 5, 4, 3, 1]);
  });
});

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccount } from '../sandbox/demo-account.ts';
import { runs, within } from './bad-input-runs.ts';
import { linkAt } from './link-inputs.ts';
import { makeLink } from './make-link.ts';
import { sendRequest } from './send-request.ts';
import { startTestApp, type TestApp, type TestClient } from './start-test-app.ts';
import { notJson, spoilt, toJson, wildJson, wildTexts } from './wild-values.ts';

type Provider = 'rem' | 'fazz';

let app: TestApp;
let admin: TestClient;
let paths: Record<Provider, string>;

beforeAll(async () => {
  app = await startTestApp({ startWorkers: false });
  admin = await app.signIn('admin');
  const { rem, fazz } = app.sandbox.control.settings().callbackUrls;
  paths = { rem: new URL(rem ?? '').pathname, fazz: new URL(fazz ?? '').pathname };
});
afterAll(() => app.close());

const amountIdr = 150_000;
const order = { amountIdr, customerName: 'Siti Rahma' };
let made = 0;

/** A link that nobody has paid, as both of its providers would call back about it. */
async function target(provider: Provider) {
  made += 1;
  const reference = `WILD${provider.toUpperCase()}${made}`;
  const providerPaymentId = provider === 'rem' ? `rem-${made}` : `paymentlink_${made.toString().padStart(32, '0')}`;
  const said = { status: 'open', providerPaymentId } as const;
  const id = await makeLink(app.db, { provider, reference, order, said, createdAt: new Date() });
  return { id, reference, providerPaymentId };
}
type Target = Awaited<ReturnType<typeof target>>;

/** rem.yaml's sample. */
const remMessage = (reference: string) => ({
  partner_tx_id: reference,
  tx_ref_number: '20097G1X2329',
  amount: amountIdr,
  sender_name: 'Siti Rahma',
  sender_phone: '081234567890',
  sender_note: '',
  status: 'complete',
  sender_bank: '008',
  payment_method: 'VA',
  settlement_type: 'non_realtime',
  created: null,
  updated: '2026-11-20T10:05:41',
  payment_received_time: '2026-11-20T10:05:41',
  description: 'Order 1101',
  payment_reference_number: null,
  expiration: '2026-11-30T23:59:59',
  due_date: '2026-11-30T23:59:59',
  email: 'siti@example.com',
  paid_amount: amountIdr,
  settlement_time: '2026-11-21T15:00:00',
  settlement_status: 'WAITING',
});

/** fazz.yaml's sample. */
const fazzAttributes = (reference: string) => ({
  status: 'paid',
  amount: `${amountIdr}.0`,
  createdAt: null,
  description: 'Order 1101',
  expiredAt: '2026-11-30 22:05:26 +0700',
  referenceId: reference,
  paymentLinkUrl: 'https://pay.example/1',
  customerName: 'Siti Rahma',
  customerEmail: 'siti@example.com',
  customerPhoneNumber: '081234567890',
  paymentMethodOptions: { displayName: 'Toko' },
});

const wrappers: ((data: unknown) => unknown)[] = [
  (data) => data,
  (data) => data,
  (data) => ({ data }),
  (data) => ({ success: true, error: null, data, reason: null, status_code: 200 }),
  (data) => ({ status: false, data }),
  (data) => [data],
  (data) => ({ data: { data } }),
];

/** Bodies about a link with some of their fields spoilt, and bodies of any other kind. */
function bodies(provider: Provider, { reference, providerPaymentId }: Target): fc.Arbitrary<string> {
  const fields = provider === 'rem' ? remMessage(reference) : fazzAttributes(reference);
  const wrapped = fc.tuple(spoilt(fields, 4), fc.constantFrom(...wrappers)).map(([data, wrap]) => wrap(data));
  const resources = spoilt(fields, 4).chain((attributes) =>
    spoilt({ id: providerPaymentId, type: 'payment_links', attributes }, 1),
  );
  const nearly =
    provider === 'rem'
      ? wrapped
      : fc.oneof(
          wrapped,
          resources,
          resources.map((data) => ({ data })),
        );
  return fc.oneof(
    { weight: 8, arbitrary: nearly.map(toJson) },
    { weight: 1, arbitrary: wildJson.map(toJson) },
    { weight: 1, arbitrary: notJson },
    { weight: 1, arbitrary: fc.constantFrom(40_000, 100_000).map((levels) => `${'[{"a":'.repeat(levels / 7)}`) },
  );
}

const signed = (body: string) => ({
  'xfers-signature': createHmac('sha256', demoAccount.fazz.signingSecret).update(body).digest('hex'),
});

interface StoredCallback {
  id: number;
  state: string;
  reason: string | null;
  paymentId: string | null;
}

/** The latest callback, read or parked by now. */
const newest = async (): Promise<StoredCallback> => {
  await app.workers.callbacks.processAll();
  const { rows } = await app.db.query<StoredCallback>(
    `select id, state, parked_reason as reason, payment_id as "paymentId" from callbacks order by id desc limit 1`,
  );
  return rows[0] ?? { id: 0, state: 'none', reason: null, paymentId: null };
};

const changesOfOthers = async (id: string) =>
  (
    await app.db.query<{ sum: number }>(
      `select coalesce(sum(version), 0)::bigint as sum from payments where id <> $1`,
      [id],
    )
  ).rows[0]?.sum;

async function believed(id: string) {
  const { data, response } = await admin.GET('/api/{environment}/links/{id}', linkAt(id));
  expect(response.status).toBe(200);
  if (!data) throw new Error('no link');
  return data;
}

describe.each(['rem', 'fazz'] as const)('whatever %s may call back with', (provider) => {
  it(
    'is stored and read or parked, and changes a payment only by what it says about that one',
    async () => {
      // What REM says of the claims before is another change, which comes in its own time.
      const letGo = await app.workers.confirmer.pause();
      const states = new Map<string, number>();
      const check = fc.asyncProperty(fc.gen(), async (generate) => {
        const link = await target(provider);
        const before = await believed(link.id);
        const others = await changesOfOthers(link.id);
        const body = generate(bodies, provider, link);

        const headers = {
          'content-type': generate(() => fc.constantFrom('application/json', 'text/html', '')),
          ...(provider === 'fazz' && signed(body)),
        };
        const answer = await sendRequest(app.url, { method: 'POST', path: paths[provider], headers, body });
        expect([answer.status, answer.text]).toEqual([200, '{"received":true}']);

        const callback = await newest();
        const outcome = callback.state === 'parked' ? ((callback.reason ?? '').split(':', 1)[0] ?? '') : callback.state;
        states.set(outcome, (states.get(outcome) ?? 0) + 1);
        expect(['processed', 'unreadable', 'unknown_payment']).toContain(outcome);
        const after = await believed(link.id);
        expect(await changesOfOthers(link.id)).toBe(others);
        if (callback.paymentId !== link.id) {
          expect(after).toEqual(before);
          return;
        }

        // What was agreed is not for a callback to change, and only the word for it makes a payment paid.
        const { reference, amountIdr, createdAt, customerName, providerPaymentId } = before;
        expect(after).toMatchObject({ reference, amountIdr, createdAt, customerName, providerPaymentId });
        expect([reference, link.providerPaymentId].some((name) => body.includes(name))).toBe(true);
        if (after.status === 'paid') expect(body).toMatch(/"(complete|success|paid|completed)"/i);
        expect((await admin.GET('/api/{environment}/links/{id}/timeline', linkAt(link.id))).response.status).toBe(200);
      });
      await fc.assert(check, { numRuns: runs(200), endOnFailure: true });
      letGo();
      expect([...states.keys()]).toEqual(expect.arrayContaining(['processed', 'unreadable']));
    },
    within(60_000),
  );

  it('and everything that it left behind can be listed, counted and summed', async () => {
    const path = { environment: 'sandbox' } as const;
    const list = await admin.GET('/api/{environment}/links', { params: { path, query: { limit: 200 } } });
    expect(list.response.status).toBe(200);
    const totals = await admin.GET('/api/{environment}/payment-totals', { params: { path } });
    expect(totals.response.status).toBe(200);
    expect((await app.db.query(`select 1 as one from callbacks where state = 'received'`)).rows).toEqual([]);
  });

  it('and each is found, shown and counted as it came', async () => {
    const environment = 'sandbox';
    const query = { limit: 200, provider: [provider] };
    const { data } = await admin.GET('/api/{environment}/callbacks', { params: { path: { environment }, query } });
    expect(data?.items).toHaveLength(Math.min(runs(200), 200));
    for (const { id: callbackId } of data?.items ?? []) {
      const path = { environment, callbackId } as const;
      const { response } = await admin.GET('/api/{environment}/callbacks/{callbackId}', { params: { path } });
      expect(response.status).toBe(200);
    }
    const health = await admin.GET('/api/{environment}/callback-health', { params: { path: { environment } } });
    expect(health.response.status).toBe(200);
  });
});

it('a message of another link under our reference does not rename ours', async () => {
  const link = await target('fazz');
  const data = {
    id: 'paymentlink_other',
    type: 'payment_links',
    attributes: { status: '?', referenceId: link.reference },
  };
  const body = toJson({ data });
  await sendRequest(app.url, { method: 'POST', path: paths.fazz, headers: signed(body), body });
  expect(await newest()).toMatchObject({ state: 'processed', paymentId: link.id });
  expect(await believed(link.id)).toMatchObject({ status: 'open', providerPaymentId: link.providerPaymentId });
});

describe('a stranger', () => {
  it(
    'learns nothing at any address of callbacks, and nothing of his is stored',
    async () => {
      const before = await newest();
      const { rem, fazz } = paths;
      const encoded = wildTexts.map((text) => encodeURIComponent(Buffer.from(text).toString()));
      const near = [rem, fazz].flatMap((path) => [path.toUpperCase(), `/${path}`, path.slice(0, -1), `${path}%20`]);
      const swapped = [rem.replace('rem', 'fazz'), fazz.replace('fazz', 'rem'), rem.replace('sandbox', 'production')];
      const addresses = fc.oneof(
        fc.constantFrom(...near, ...swapped),
        encoded.map((text) => `${rem}${text}x`),
        fc.array(encoded, { minLength: 1, maxLength: 4 }).map((parts) => `/callbacks/${parts.join('/')}`),
      );
      const check = fc.asyncProperty(addresses, wildJson.map(toJson), async (path, body) => {
        const { status, text } = await sendRequest(app.url, { method: 'POST', path, body });
        expect([404, 431]).toContain(status);
        if (status === 404) expect(text).toMatch(/"\/problems\/(callback-unknown|not-found)"/);
      });
      await fc.assert(check, { numRuns: runs(300) });
      expect(await newest()).toEqual(before);
    },
    within(30_000),
  );

  it(
    'who knows the address of Fazz but not its secret changes nothing',
    async () => {
      const link = await target('fazz');
      const before = await newest();
      const [right = ''] = Object.values(signed('{}'));
      const signatures = fc.oneof(
        fc.constantFrom(
          '',
          'sha256=',
          right,
          right.slice(1),
          `${right}00`,
          right.toUpperCase(),
          '0'.repeat(64),
          'null',
        ),
        fc.string({ maxLength: 80 }),
      );
      const names = fc.constantFrom('xfers-signature', 'Xfers-Signature', 'x-xfers-signature', 'x-signature');
      const check = fc.asyncProperty(signatures, names, async (signature, name) => {
        const body = toJson({
          data: { id: link.providerPaymentId, type: 'payment_links', attributes: fazzAttributes(link.reference) },
        });
        const headers = { [name]: signature.replace(/[^ -~]/g, '?') };
        const { status } = await sendRequest(app.url, { method: 'POST', path: paths.fazz, headers, body });
        expect(status).toBe(401);
      });
      await fc.assert(check, { numRuns: runs(100) });
      expect(await newest()).toEqual(before);
      expect((await believed(link.id)).status).toBe('open');
    },
    within(30_000),
  );
});

describe('the body of a callback', () => {
  const send = (headers: Record<string, string>, body: string | Uint8Array, isChunked = false) =>
    sendRequest(app.url, { method: 'POST', path: paths.rem, headers, body, isChunked });

  it.each([['gzip'], ['br'], ['deflate'], ['identity'], ['rot13']])(
    'that says it is encoded (%s) is stored as it came',
    async (encoding) => {
      const link = await target('rem');
      const { status } = await send({ 'content-encoding': encoding }, toJson(remMessage(link.reference)));
      expect(status).toBe(200);
      expect(await newest()).toMatchObject({ state: 'processed', paymentId: link.id });
    },
  );

  it.each([[true], [false]])('of 10 MB is refused (in chunks: %s), one of 256 kB is not', async (isChunked) => {
    const before = await newest();
    expect([0, 413]).toContain((await send({}, 'x'.repeat(10_000_000), isChunked)).status);
    expect(await newest()).toEqual(before);
    expect((await send({}, 'x'.repeat(256 * 1024), isChunked)).status).toBe(200);
  });

  it('in pieces, in UTF-16, with a mark in front, and with every byte there is, is stored', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    for (const body of [every, Buffer.from('{"a":1}', 'utf16le'), Buffer.from('\uFEFF{}'), new Uint8Array()])
      expect((await send({ 'content-type': 'application/json; charset=utf-7' }, body, true)).status).toBe(200);
    await app.workers.callbacks.processAll();
    const { rows } = await app.db.query<{ body: Uint8Array; state: string }>(
      `select body, state from callbacks order by id desc limit 4`,
    );
    expect(rows.map(({ state }) => state)).toEqual(['parked', 'parked', 'parked', 'parked']);
    expect([...(rows.at(-1)?.body ?? [])]).toEqual([...every]);
  });
});

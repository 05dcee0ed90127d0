import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Behaviour,
  dropConnection,
  dropInBody,
  hang,
  json,
  startAnsweringServer,
  text,
} from '../../testing/answering-server.ts';
import type { LinkOrder, OneTimeOrder } from '../provider.ts';
import { createFazz } from './fazz.ts';

let server: AnsweringServer;
const now = new Date('2026-11-20T03:00:00Z');
const secrets = { apiKey: 'test_key', secretKey: 'secret', signingSecret: 'ss_1' };

beforeAll(async () => {
  server = await startAnsweringServer();
});
afterAll(() => server.close());

const linkOrder: LinkOrder = {
  provider: 'fazz',
  reference: 'TL1',
  customerName: 'Siti',
  emails: ['siti@example.com'],
  phone: '081234567890',
  amountIdr: 10_000,
};
const oneTimeOrder: OneTimeOrder = {
  method: 'qris',
  reference: 'TL1',
  amountIdr: 10_000,
  displayName: 'Toko',
  expiresAt: '2026-11-21T03:00:00Z',
};
const ids = { link: `paymentlink_${'0a1b2c3d'.repeat(4)}`, 'one-time': `contract_${'0a1b2c3d'.repeat(4)}` };
type Kind = keyof typeof ids;
const kinds: Kind[] = ['link', 'one-time'];

/** The calls that a kind has, with everything filled in. */
function callsOf(kind: Kind, timeoutMs = 10_000) {
  const { ports } = createFazz({ baseUrl: `${server.url}/fazz/api/v4`, secrets, timeoutMs, clock: () => now });
  const handle = { reference: 'TL1', providerPaymentId: ids[kind] };
  const port = ports[kind];
  return {
    create: () => (kind === 'link' ? ports.link.create(linkOrder) : ports['one-time'].create(oneTimeOrder)),
    resolveCreation: () =>
      kind === 'link' ? ports.link.resolveCreation(linkOrder) : ports['one-time'].resolveCreation(oneTimeOrder),
    read: () => port.read(handle),
    lookUp: () => port.lookUp(ids[kind]),
    delete: async () => port.delete?.(handle),
    simulatePayment: async () => port.simulate.payment?.(handle),
    simulateSettlement: async () => port.simulate.settlement?.(handle),
  };
}

const attributes = {
  status: 'pending',
  amount: '10000.0',
  referenceId: 'TL1',
  createdAt: '2021-12-05 22:05:26 +0700',
  description: 'Order Number 0001',
  expiredAt: '2021-12-06T16:00:00+07:00',
};
const error = (httpStatus: number, code: string, detail = 'because') =>
  json(httpStatus, { errors: [{ code, title: 'Title', detail }] });

/** What each behaviour of the provider comes to, for a write and for a read. */
const decisions: [string, string, string, Behaviour][] = [
  ['declines with 403 and a reason', 'declined', 'declined', error(403, '003')],
  ['declines in a code of tomorrow', 'declined', 'declined', error(400, 'TXN9999')],
  ['shows a page for 404', 'unreadable', 'unreadable', text(404, '<html>page not exist')],
  ['denies access with a page', 'unavailable', 'unavailable', text(401, '<html>')],
  ['denies access in a code of tomorrow', 'unavailable', 'unavailable', error(403, '099')],
  ['asks for fewer requests', 'unavailable', 'unavailable', text(429, '')],
  ['fails with 400', 'unknown_outcome', 'unavailable', error(400, '000')],
  ['drops the connection', 'unknown_outcome', 'unavailable', dropConnection],
  ['drops it in its answer', 'unknown_outcome', 'unavailable', dropInBody],
  ['shows a page', 'unreadable', 'unreadable', text(200, '<html>')],
  ['answers 204', 'unreadable', 'unreadable', text(204, '')],
  ['answers nothing', 'unreadable', 'unreadable', json(200, { data: null })],
  ['answers something without id', 'unreadable', 'unreadable', json(200, { data: { attributes } })],
  ['answers a list', 'unreadable', 'unreadable', json(200, { data: [{ id: ids['one-time'], attributes }] })],
  ['answers an empty list of errors', 'unreadable', 'unreadable', json(400, { errors: [] })],
  ['redirects', 'unreadable', 'unreadable', text(307, '', { Location: '/' })],
];

/** Every code of providers.md B.6, with the HTTP status that is presumed for it. */
const codes: [string, string, string, number][] = [
  ['000', 'unknown_outcome', 'unavailable', 500],
  ['001', 'unknown_outcome', 'unavailable', 500],
  ['002', 'unavailable', 'unavailable', 401],
  ['003', 'declined', 'declined', 400],
  ['005', 'declined', 'declined', 400],
  ['006', 'unknown_outcome', 'unavailable', 400],
  ['010', 'unknown_outcome', 'unavailable', 503],
  ['TXN0001', 'declined', 'declined', 400],
  ['TXN0002', 'declined', 'declined', 422],
  ['TXN0003', 'declined', 'declined', 400],
  ['TXN0004', 'declined', 'declined', 400],
  ['TXN0005', 'declined', 'declined', 400],
  ['TXN0006', 'declined', 'declined', 400],
  ['TXN0007', 'declined', 'declined', 400],
  ['NM-001', 'declined', 'declined', 400],
  ['FG-001', 'declined', 'declined', 400],
  ['EL-001', 'declined', 'declined', 400],
  ['MA-001', 'declined', 'declined', 400],
];

describe.each(kinds)('for a %s', (kind) => {
  const expectEverywhere = async (write: string, read: string) => {
    const calls = callsOf(kind);
    expect((await calls.create()).kind).toBe(write);
    expect(server.received).toHaveLength(1);
    for (const call of [calls.delete, calls.simulatePayment, calls.simulateSettlement])
      expect((await call())?.kind).toBe(write);
    for (const call of [calls.read, calls.lookUp]) expect((await call()).kind).toBe(read);
  };

  it.each(decisions)('when Fazz %s, a write is %s and a read is %s', async (_, write, read, behaviour) => {
    server.behave(behaviour);
    await expectEverywhere(write, read);
  });

  it.each(codes)('when Fazz says %s, a write is %s and a read is %s', async (code, write, read, httpStatus) => {
    server.behave(error(httpStatus, code));
    await expectEverywhere(write, read);
    const created = await callsOf(kind).create();
    expect('code' in created ? created.code : null).toBe(write === 'declined' ? code : null);
  });

  it('when Fazz says 004, there is no such thing, which is a refusal to a creation', async () => {
    server.behave(error(404, '004'));
    const calls = callsOf(kind);
    expect((await calls.create()).kind).toBe('declined');
    for (const call of [calls.read, calls.lookUp, calls.delete, calls.simulatePayment, calls.simulateSettlement])
      expect((await call())?.kind).toBe('absent');
  });

  it('when Fazz hangs, a creation may have been made and nothing was read', async () => {
    const hasty = callsOf(kind, 200);
    server.behave(hang);
    expect(await hasty.create()).toMatchObject({ kind: 'unknown_outcome' });
    expect(await hasty.read()).toMatchObject({ kind: 'unavailable' });
  });

  it('when nobody is there, nothing was done', async () => {
    const gone = await startAnsweringServer();
    await gone.close();
    const { ports } = createFazz({ baseUrl: gone.url, secrets, timeoutMs: 10_000, clock: () => now });
    const handle = { reference: 'TL1', providerPaymentId: ids[kind] };
    expect(await ports[kind].delete?.(handle)).toMatchObject({ kind: 'unavailable' });
    expect(await ports[kind].simulate.payment?.(handle)).toMatchObject({ kind: 'unavailable' });
  });

  it('a refusal is passed on in Fazz’s own words', async () => {
    server.behave(error(400, '005', 'account_no must all be numbers'));
    expect(await callsOf(kind).create()).toMatchObject({
      code: '005',
      message: 'Title: account_no must all be numbers',
    });
  });

  it('whatever Fazz answers, every call ends in one of its kinds', async () => {
    const fields = fc.dictionary(
      fc.constantFrom(...Object.keys(attributes), 'fees', 'paymentMethod', 'paymentLinkUrl'),
      fc.jsonValue(),
    );
    const answers = fc.oneof(
      fc.uint8Array(),
      fc.json(),
      fields.map((changes) => JSON.stringify({ data: { id: ids[kind], attributes: { ...attributes, ...changes } } })),
      fc.jsonValue().map((errors) => JSON.stringify({ errors: [errors] })),
    );
    const { create, resolveCreation, ...others } = callsOf(kind);
    const known = ['answer', 'absent', 'done', 'declined', 'unavailable', 'unreadable', 'unknown_outcome'];
    await fc.assert(
      fc.asyncProperty(answers, fc.constantFrom(200, 200, 201, 400, 403, 404, 500), async (answer, httpStatus) => {
        server.behave(text(httpStatus, answer));
        expect(known.filter((each) => each !== 'absent')).toContain((await create()).kind);
        expect(known).toContain((await resolveCreation()).kind);
        for (const call of Object.values(others)) expect(known).toContain((await call())?.kind);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a repeated creation of a one-time payment', () => {
  const answerList = (data: object[]) => json(200, { data });
  const payment = { id: ids['one-time'], type: 'payment', attributes };

  it.each([
    ['the request', 'absent', error(400, '005', 'amount is too small'), []],
    ['the reference, and it is not listed', 'unknown_outcome', error(400, '005', 'referenceId has been taken'), []],
    ['the reference, and it is listed', 'answer', error(400, '005', 'duplicate referenceId'), [payment]],
    ['the expiry, and it is not listed', 'absent', error(400, '005', 'expiredAt must be in the future'), []],
    ['the expiry, and it is listed', 'answer', error(400, '005', 'expiredAt must be in the future'), [payment]],
    ['our access', 'unavailable', error(401, '002'), [payment]],
  ])('that is refused for %s is %s', async (_, kind, refusal, listed) => {
    server.behave(refusal, answerList(listed));
    expect(await callsOf('one-time').resolveCreation()).toMatchObject({ kind });
  });

  it('that is refused for the reference, which is of another payment, was never made', async () => {
    const other = { ...payment, attributes: { ...attributes, amount: '20000.0' } };
    server.behave(error(400, '005', 'referenceId has been taken'), answerList([other]));
    expect(await callsOf('one-time').resolveCreation()).toMatchObject({ kind: 'absent' });
  });

  it('whose list cannot be had stays open', async () => {
    server.behave(error(400, '005', 'referenceId has been taken'), error(500, '001'));
    expect(await callsOf('one-time').resolveCreation()).toMatchObject({ kind: 'unavailable' });
  });
});

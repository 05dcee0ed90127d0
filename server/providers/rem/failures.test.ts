import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AnsweringServer,
  type Behaviour,
  dropConnection,
  dropInBody,
  hang,
  hangInBody,
  json,
  startAnsweringServer,
  text,
} from '../../testing/answering-server.ts';
import type { LinkOrder, LinkProvider } from '../provider.ts';
import { createRemLinks } from './links.ts';

let server: AnsweringServer;
let rem: LinkProvider;
const now = new Date('2026-11-20T03:00:00Z');
const open = (baseUrl: string, timeoutMs = 10_000) =>
  createRemLinks({
    baseUrl,
    payUrl: 'https://pay.rem.id',
    secrets: { username: 'tautan', apiKey: 'key-1' },
    timeoutMs,
    clock: () => now,
  });

beforeAll(async () => {
  server = await startAnsweringServer();
  rem = open(`${server.url}/rem`);
});
afterAll(() => server.close());

const id = '1d0c7d5e-8f0a-4a55-9a0b-2f4d6d1c9e10';
const order: LinkOrder = {
  provider: 'rem',
  reference: 'TL1',
  customerName: 'Siti',
  amountIdr: 150_000,
  isOpenAmount: false,
  includeAdminFee: false,
};
const handle = { reference: 'TL1', providerPaymentId: id };
const status = {
  partner_tx_id: 'TL1',
  amount: 150000,
  status: 'created',
  created: '2026-11-20T10:00:00',
  updated: '2026-11-20T10:00:00',
};
const details = { partnerTxId: 'TL1', paymentLinkId: id, senderName: 'Siti', amount: 150000, status: 'CREATED' };
const created = { status: true, url: `https://pay.rem.id/${id}`, payment_link_id: id, message: 'success' };
const unknown = json(200, { status: false, message: 'Data Not Found' });

const redirect = text(302, '', { Location: 'http://127.0.0.1:1/' });
const endless = text(200, ' '.repeat(1024 * 1024 + 1));
const springNotFound = json(404, { timestamp: 1, status: 404, error: 'Not Found', message: 'No message available' });

/** What each behaviour of the provider comes to, for a creation and for a read. */
const decisions: [string, string, string, Behaviour][] = [
  ['declines with 200', 'declined', 'declined', json(200, { status: false, message: 'amount invalid' })],
  ['declines with 400', 'declined', 'declined', json(400, { status: false, message: 'amount invalid' })],
  ['declines in the wrapper', 'declined', 'declined', json(200, { success: false, reason: 'no', data: null })],
  ['declines in routing words', 'declined', 'declined', json(200, { status: { code: '203', message: 'Duplicate' } })],
  ['does not find it', 'declined', 'absent', unknown],
  ['does not find it, with 404', 'declined', 'absent', json(404, { status: false, message: 'Data Not Found' })],
  ['finds no such address', 'unreadable', 'unreadable', springNotFound],
  ['shows a page for 404', 'unreadable', 'unreadable', text(404, '<html>not found</html>')],
  ['does not know the user', 'unavailable', 'unavailable', json(200, { status: false, message: 'Username Not Found' })],
  [
    'does not know the address',
    'unavailable',
    'unavailable',
    json(200, { status: false, message: 'Invalid IP Address' }),
  ],
  ['shows a page for 403', 'unavailable', 'unavailable', text(403, '<html>')],
  ['answers 401 in JSON', 'unavailable', 'unavailable', json(401, { status: false, message: 'no' })],
  ['asks for fewer requests', 'unavailable', 'unavailable', text(429, '')],
  ['says so with 200', 'unavailable', 'unavailable', json(200, { status: { code: '429', message: 'x' } })],
  ['fails with 500', 'unknown_outcome', 'unavailable', json(500, { status: { code: '500', message: 'x' } })],
  ['fails with 200', 'unknown_outcome', 'unavailable', json(200, { status: { code: '500', message: 'x' } })],
  ['fails in words', 'unknown_outcome', 'unavailable', json(200, { status: false, message: 'Internal server error' })],
  ['times out inside', 'unknown_outcome', 'unavailable', text(504, '<html>')],
  ['drops the connection', 'unknown_outcome', 'unavailable', dropConnection],
  ['drops it in its answer', 'unknown_outcome', 'unavailable', dropInBody],
  ['shows a page', 'unreadable', 'unreadable', text(200, '<!doctype html>')],
  ['answers nothing', 'unreadable', 'unreadable', text(200, '')],
  ['answers 204', 'unreadable', 'unreadable', text(204, '')],
  ['answers null', 'unreadable', 'unreadable', text(200, 'null')],
  ['answers a list', 'unreadable', 'unreadable', json(200, [status])],
  ['answers an empty object', 'unreadable', 'unreadable', json(200, {})],
  ['answers broken JSON', 'unreadable', 'unreadable', text(200, '{"status":')],
  ['answers more than 1 MB', 'unreadable', 'unreadable', endless],
  ['redirects', 'unreadable', 'unreadable', redirect],
  ['answers well with 400', 'unreadable', 'unreadable', json(400, { ...created, ...status, status: true })],
];

describe('when REM', () => {
  it.each(decisions)('%s, a creation is %s and a read is %s', async (_, write, read, behaviour) => {
    server.behave(behaviour);
    expect((await rem.createLink(order)).kind).toBe(write);
    expect(server.received).toHaveLength(1);
    expect((await rem.readLink(handle)).kind).toBe(read);
    expect((await rem.resendCallback(handle)).kind).toBe(write === 'declined' && read === 'absent' ? 'absent' : write);
  });

  it.each([
    ['hangs', hang],
    ['hangs in its answer', hangInBody],
  ])('%s, a creation may have been made and nothing was read', async (_, behaviour) => {
    const hasty = open(`${server.url}/rem`, 200);
    server.behave(behaviour);
    const lost = { message: 'no answer within 0.2 s', raw: null };
    expect(await hasty.createLink(order)).toEqual({ kind: 'unknown_outcome', ...lost });
    expect(await hasty.readLink(handle)).toEqual({ kind: 'unavailable', retryAfterMs: null, ...lost });
  });

  it('does not listen, nothing was done', async () => {
    const closed = await startAnsweringServer();
    await closed.close();
    const gone = open(closed.url);
    expect(await gone.createLink(order)).toMatchObject({
      kind: 'unavailable',
      message: 'it could not be reached (ECONNREFUSED)',
    });
    expect(await gone.readLink(handle)).toMatchObject({ kind: 'unavailable' });
  });

  it('says when to come back, that is passed on', async () => {
    const retryAfterMs = async (header: string) => {
      server.behave(text(429, '', { 'Retry-After': header }));
      const outcome = await rem.createLink(order);
      return outcome.kind === 'unavailable' ? outcome.retryAfterMs : 'other';
    };
    expect(await retryAfterMs('7')).toBe(7_000);
    expect(await retryAfterMs('Fri, 20 Nov 2026 03:00:30 GMT')).toBe(30_000);
    expect(await retryAfterMs('Fri, 20 Nov 2026 02:00:00 GMT')).toBe(0);
    expect(await retryAfterMs('soon')).toBeNull();
  });

  it('gives its reasons, they are passed on in its own words', async () => {
    server.behave(json(200, { status: false, message: 'Invalid Payment Status' }));
    expect(await rem.deleteLink(handle)).toMatchObject({ kind: 'declined', message: 'Invalid Payment Status' });
    server.behave(json(200, { success: false, error: { Code: 9, Message: 'Wait\0' }, data: null }));
    expect(await rem.deleteLink(handle)).toMatchObject({ kind: 'declined', message: 'Wait\u{FFFD}' });
  });
});

it('whatever REM answers, every call ends in one of its kinds', async () => {
  const fields = fc.dictionary(
    fc.constantFrom(...Object.keys({ ...status, ...details, ...created }), 'data', 'success', 'error', 'reason'),
    fc.oneof(fc.jsonValue(), fc.boolean()),
  );
  const body = fc.oneof(
    fc.uint8Array(),
    fc.json(),
    fields.map((changes) => JSON.stringify({ ...status, ...changes })),
  );
  const kinds = ['answer', 'absent', 'declined', 'unavailable', 'unreadable', 'unknown_outcome', 'cannot_look_up'];
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom(200, 200, 200, 201, 400, 403, 404, 429, 500), async (answer, httpStatus) => {
      server.behave(text(httpStatus, answer));
      const outcomes = [
        await rem.createLink(order),
        await rem.readLink({ reference: 'TL1', providerPaymentId: null }),
        await rem.deleteLink(handle),
        await rem.lookUpLink('TL1'),
      ];
      for (const outcome of outcomes) expect(kinds).toContain(outcome.kind);
      expect(outcomes[0]?.kind).not.toBe('absent');
    }),
    { numRuns: 150 },
  );
});

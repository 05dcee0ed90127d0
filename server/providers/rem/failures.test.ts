import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Behaviour,
  dropConnection,
  dropInBody,
  hang,
  hangInBody,
  json,
  startAnsweringServer,
  text,
} from '../../testing/answering-server.ts';
import { linkUnknown, remLink, remRouting, startAnsweringRem } from '../../testing/rem-account.ts';
import type { LinkOrder, RoutingOrder } from '../provider.ts';
import type { Rem } from './rem.ts';

const { server, rem, open } = await startAnsweringRem();
const { link, routing } = rem.ports;
const { id, status, details, created } = remLink;

const order: LinkOrder = {
  provider: 'rem',
  reference: 'TL1',
  customerName: 'Siti',
  amountIdr: 150_000,
  isOpenAmount: false,
  includeAdminFee: false,
};
const routingOrder: RoutingOrder = {
  reference: 'TL1',
  amountIdr: 150_000,
  hasHostedPage: false,
  method: 'qris',
  expiresAt: '2026-11-20T03:30:00.000Z',
};
const handle = { reference: 'TL1', providerPaymentId: id };

/** The calls of each kind, by one account. */
const kinds = {
  link: ({ ports: { link } }: Rem) => ({
    create: () => link.create(order),
    read: () => link.read(handle),
    resend: async () => link.resendCallback?.(handle),
  }),
  routing: ({ ports: { routing } }: Rem) => ({
    create: () => routing.create(routingOrder),
    read: () => routing.read(handle),
    resend: async () => routing.resendCallback?.(handle),
  }),
};
const eachKind = [
  ['link', kinds.link],
  ['routing', kinds.routing],
] as const;

const redirect = text(302, '', { Location: 'http://127.0.0.1:1/' });
const endless = text(200, ' '.repeat(1024 * 1024 + 1));
const springNotFound = json(404, { timestamp: 1, status: 404, error: 'Not Found', message: 'No message available' });

/** What each behaviour of the provider comes to, for a creation and for a read. */
const decisions: [string, string, string, Behaviour][] = [
  ['declines with 200', 'declined', 'declined', json(200, { status: false, message: 'amount invalid' })],
  ['declines with 400', 'declined', 'declined', json(400, { status: false, message: 'amount invalid' })],
  ['declines in the wrapper', 'declined', 'declined', json(200, { success: false, reason: 'no', data: null })],
  ['declines in routing words', 'declined', 'declined', json(200, { status: { code: '203', message: 'Duplicate' } })],
  ['does not find it', 'declined', 'absent', linkUnknown],
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

describe.each(eachKind)('about a %s, when REM', (_kind, callsOf) => {
  const calls = callsOf(rem);

  it.each(decisions)('%s, a creation is %s and a read is %s', async (_, write, read, behaviour) => {
    server.behave(behaviour);
    expect((await calls.create()).kind).toBe(write);
    expect(server.received).toHaveLength(1);
    expect((await calls.read()).kind).toBe(read);
    expect((await calls.resend())?.kind).toBe(write === 'declined' && read === 'absent' ? 'absent' : write);
  });

  it.each([
    ['hangs', hang],
    ['hangs in its answer', hangInBody],
  ])('%s, a creation may have been made and nothing was read', async (_, behaviour) => {
    const hasty = callsOf(open({ timeoutMs: 200 }));
    server.behave(behaviour);
    const lost = { message: 'no answer within 0.2 s', raw: null };
    expect(await hasty.create()).toEqual({ kind: 'unknown_outcome', ...lost });
    expect(await hasty.read()).toEqual({ kind: 'unavailable', retryAfterMs: null, isAboutAccount: false, ...lost });
  });

  it('does not listen, nothing was done', async () => {
    const closed = await startAnsweringServer();
    await closed.close();
    const gone = callsOf(open({ baseUrl: closed.url }));
    expect(await gone.create()).toMatchObject({
      kind: 'unavailable',
      message: 'it could not be reached (ECONNREFUSED)',
    });
    expect(await gone.read()).toMatchObject({ kind: 'unavailable', isAboutAccount: true });
  });

  it('says when to come back, that is passed on', async () => {
    const retryAfterMs = async (header: string) => {
      server.behave(text(429, '', { 'Retry-After': header }));
      const outcome = await calls.create();
      return outcome.kind === 'unavailable' ? outcome.retryAfterMs : 'other';
    };
    expect(await retryAfterMs('7')).toBe(7_000);
    expect(await retryAfterMs('Fri, 20 Nov 2026 03:00:30 GMT')).toBe(30_000);
    expect(await retryAfterMs('Fri, 20 Nov 2026 02:00:00 GMT')).toBe(0);
    expect(await retryAfterMs('soon')).toBeNull();
  });
});

it('REM’s reasons are passed on in its own words', async () => {
  server.behave(json(200, { status: false, message: 'Invalid Payment Status' }));
  expect(await link.delete?.(handle)).toMatchObject({ kind: 'declined', message: 'Invalid Payment Status' });
  server.behave(json(200, { success: false, error: { Code: 9, Message: 'Wait\0' }, data: null }));
  expect(await link.delete?.(handle)).toMatchObject({ kind: 'declined', message: 'Wait\u{FFFD}' });
});

it('whatever REM answers, every call ends in one of its kinds', async () => {
  const fields = fc.dictionary(
    fc.constantFrom(
      ...Object.keys({ ...status, ...details, ...created, ...remRouting }),
      'data',
      'success',
      'error',
      'reason',
    ),
    fc.oneof(fc.jsonValue(), fc.boolean()),
  );
  const body = fc.oneof(
    fc.uint8Array(),
    fc.json(),
    fields.map((changes) => JSON.stringify({ ...status, ...changes })),
  );
  const outcomeKinds = [
    'answer',
    'done',
    'absent',
    'declined',
    'unavailable',
    'unreadable',
    'unknown_outcome',
    'cannot_look_up',
  ];
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom(200, 200, 200, 201, 400, 403, 404, 429, 500), async (answer, httpStatus) => {
      server.behave(text(httpStatus, answer));
      const outcomes = [
        await link.create(order),
        await link.read({ reference: 'TL1', providerPaymentId: null }),
        await link.delete?.(handle),
        await link.lookUp('TL1'),
        await routing.create(routingOrder),
        await routing.read(handle),
        await routing.simulate.payment?.(handle),
        await routing.lookUp('TL1'),
      ];
      for (const outcome of outcomes) expect(outcomeKinds).toContain(outcome?.kind);
      expect([outcomes[0]?.kind, outcomes[4]?.kind]).not.toContain('absent');
    }),
    { numRuns: 150 },
  );
});

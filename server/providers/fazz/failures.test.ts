import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
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
import type { LinkOrder, LinkProvider } from '../provider.ts';
import { createFazzLinks } from './links.ts';

let server: AnsweringServer;
let fazz: LinkProvider;
const now = new Date('2026-11-20T03:00:00Z');
const open = (baseUrl: string, timeoutMs = 10_000) =>
  createFazzLinks({
    baseUrl,
    secrets: { apiKey: 'test_key', secretKey: 'secret', signingSecret: 'ss_1' },
    timeoutMs,
    clock: () => now,
  });

beforeAll(async () => {
  server = await startAnsweringServer();
  fazz = open(`${server.url}/fazz/api/v4`);
});
afterAll(() => server.close());

const id = `paymentlink_${'0a1b2c3d'.repeat(4)}`;
const order: LinkOrder = {
  provider: 'fazz',
  reference: 'TL1',
  customerName: 'Siti',
  emails: ['siti@example.com'],
  phone: '081234567890',
  amountIdr: 10_000,
};
const handle = { reference: 'TL1', providerPaymentId: id };
const attributes = {
  status: 'pending',
  amount: '10000.0',
  referenceId: 'TL1',
  createdAt: '2021-12-05 22:05:26 +0700',
  description: 'Order Number 0001',
  expiredAt: '2021-12-06T16:00:00+07:00',
  paymentLinkUrl: `https://id-payment-link.xfers.com/${id}`,
  customerName: 'Siti',
  customerEmail: 'siti@example.com',
  customerPhoneNumber: '081234567890',
};
const link = (changes: object = {}) => ({
  data: { id, type: 'payment_links', attributes: { ...attributes, ...changes } },
});
const error = (httpStatus: number, code: string, detail = 'because') =>
  json(httpStatus, { errors: [{ code, title: 'Title', detail }] });

/** What each behaviour of the provider comes to, for a creation and for a read. */
const decisions: [string, string, string, Behaviour][] = [
  ['declines', 'declined', 'declined', error(400, '005')],
  ['declines an amount', 'declined', 'declined', error(422, 'TXN0002')],
  ['declines with 403 and a reason', 'declined', 'declined', error(403, '003')],
  ['declines in a code of tomorrow', 'declined', 'declined', error(400, 'TXN9999')],
  ['does not find it', 'declined', 'absent', error(404, '004')],
  ['shows a page for 404', 'unreadable', 'unreadable', text(404, '<html>page not exist')],
  ['denies access', 'unavailable', 'unavailable', error(401, '002')],
  ['denies access with a page', 'unavailable', 'unavailable', text(401, '<html>')],
  ['denies access in a code of tomorrow', 'unavailable', 'unavailable', error(403, '099')],
  ['asks for fewer requests', 'unavailable', 'unavailable', text(429, '')],
  ['fails', 'unknown_outcome', 'unavailable', error(500, '001')],
  ['fails with 400', 'unknown_outcome', 'unavailable', error(400, '000')],
  ['is out of service', 'unknown_outcome', 'unavailable', error(503, '010')],
  ['drops the connection', 'unknown_outcome', 'unavailable', dropConnection],
  ['drops it in its answer', 'unknown_outcome', 'unavailable', dropInBody],
  ['shows a page', 'unreadable', 'unreadable', text(200, '<html>')],
  ['answers 204', 'unreadable', 'unreadable', text(204, '')],
  ['answers no link', 'unreadable', 'unreadable', json(200, { data: null })],
  ['answers a link without id', 'unreadable', 'unreadable', json(200, { data: { attributes } })],
  ['answers a list', 'unreadable', 'unreadable', json(200, { data: [link().data] })],
  ['answers an empty list of errors', 'unreadable', 'unreadable', json(400, { errors: [] })],
  ['redirects', 'unreadable', 'unreadable', text(307, '', { Location: '/' })],
];

it.each(decisions)('when Fazz %s, a creation is %s and a read is %s', async (_, write, read, behaviour) => {
  server.behave(behaviour);
  expect((await fazz.createLink(order)).kind).toBe(write);
  expect(server.received).toHaveLength(1);
  expect((await fazz.readLink(handle)).kind).toBe(read);
});

it('when Fazz hangs, a creation may have been made and nothing was read', async () => {
  const hasty = open(`${server.url}/fazz/api/v4`, 200);
  server.behave(hang);
  expect(await hasty.createLink(order)).toMatchObject({ kind: 'unknown_outcome' });
  expect(await hasty.readLink(handle)).toMatchObject({ kind: 'unavailable' });
});

it('a refusal is passed on in Fazz’s own words', async () => {
  server.behave(error(400, '005', 'account_no must all be numbers'));
  expect(await fazz.createLink(order)).toMatchObject({ code: '005', message: 'Title: account_no must all be numbers' });
});

it('whatever Fazz answers, every call ends in one of its kinds', async () => {
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(attributes)), fc.jsonValue());
  const answers = fc.oneof(
    fc.uint8Array(),
    fc.json(),
    fields.map((changes) => JSON.stringify(link(changes))),
    fc.jsonValue().map((errors) => JSON.stringify({ errors: [errors] })),
  );
  const kinds = ['answer', 'absent', 'declined', 'unavailable', 'unreadable', 'unknown_outcome'];
  await fc.assert(
    fc.asyncProperty(answers, fc.constantFrom(200, 200, 201, 400, 403, 404, 500), async (answer, httpStatus) => {
      server.behave(text(httpStatus, answer));
      const outcomes = [await fazz.createLink(order), await fazz.readLink(handle), await fazz.deleteLink(handle)];
      for (const outcome of outcomes) expect(kinds).toContain(outcome.kind);
      expect(outcomes[0]?.kind).not.toBe('absent');
    }),
    { numRuns: 150 },
  );
});

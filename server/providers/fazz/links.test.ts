import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { silent } from '../../payments/statement.ts';
import { type AnsweringServer, dropConnection, json, startAnsweringServer } from '../../testing/answering-server.ts';
import type { LinkOrder, PaymentPort } from '../provider.ts';
import { createFazz } from './fazz.ts';

let server: AnsweringServer;
let fazz: PaymentPort<LinkOrder>;
const now = new Date('2026-11-20T03:00:00Z');

beforeAll(async () => {
  server = await startAnsweringServer();
  const { ports } = createFazz({
    baseUrl: `${server.url}/fazz/api/v4`,
    secrets: { apiKey: 'test_key', secretKey: 'secret', signingSecret: 'ss_1' },
    timeoutMs: 10_000,
    clock: () => now,
  });
  fazz = ports.link;
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
const calls = () => server.received.map(({ method, url }) => `${method} ${url}`);

describe('a creation', () => {
  it('is asked for in the words of the contract, with credentials', async () => {
    server.behave(json(201, link()));
    const everything: LinkOrder = {
      ...order,
      description: 'Order 1101',
      expiresAt: '2026-11-30T16:59:59.500Z',
      displayName: 'Toko Rahma',
    };
    expect(await fazz.create(everything)).toMatchObject({
      kind: 'answer',
      statement: { status: 'open', providerPaymentId: id, reference: 'TL1' },
      deviations: [],
    });
    const [request] = server.received;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/fazz/api/v4/payment_links',
      headers: {
        authorization: `Basic ${btoa('test_key:secret')}`,
        'content-type': 'application/vnd.api+json',
      },
    });
    const body: unknown = JSON.parse(request?.body ?? '');
    expect(body).toEqual({
      data: {
        attributes: {
          referenceId: 'TL1',
          amount: 10000,
          customerName: 'Siti',
          customerEmail: 'siti@example.com',
          customerPhoneNumber: '081234567890',
          description: 'Order 1101',
          expiredAt: '2026-11-30T23:59:59+07:00',
          displayName: 'Toko Rahma',
          paymentMethodOptions: { displayName: 'Toko Rahma' },
        },
      },
    });
    expect(loadContract('fazz').checkRequest('createPaymentLink', body)).toEqual([]);
  });

  it('whose answer was lost is asked for once more, word by word', async () => {
    server.behave(dropConnection, json(201, link()));
    expect(await fazz.create(order)).toMatchObject({ kind: 'unknown_outcome' });
    expect(await fazz.resolveCreation(order)).toMatchObject({ kind: 'answer', statement: { providerPaymentId: id } });
    const [first, second] = server.received;
    expect(second).toMatchObject({ method: 'POST', url: '/fazz/api/v4/payment_links', body: first?.body });
  });

  it.each([
    ['the request', 'absent', error(400, '005', 'amount is too small')],
    ['the reference', 'unknown_outcome', error(400, '005', 'referenceId has already been taken')],
    ['the expiry', 'unknown_outcome', error(400, '005', 'expiredAt must be in the future')],
    ['our access', 'unavailable', error(401, '002')],
  ])('whose repeat is refused for %s is %s', async (_, kind, behaviour) => {
    server.behave(behaviour);
    expect(await fazz.resolveCreation(order)).toMatchObject({ kind });
  });
});

describe('a link', () => {
  it('is read whole', async () => {
    server.behave(json(200, link({ displayName: null, paymentMethodOptions: { displayName: 'Toko' } })));
    expect(await fazz.read(handle)).toMatchObject({
      statement: {
        ...silent,
        status: 'open',
        providerStatus: 'pending',
        providerPaymentId: id,
        reference: 'TL1',
        url: attributes.paymentLinkUrl,
        amountIdr: 10_000,
        customerName: 'Siti',
        description: 'Order Number 0001',
        emails: ['siti@example.com'],
        phone: '081234567890',
        displayName: 'Toko',
        createdAt: '2021-12-05T15:05:26.000Z',
        expiresAt: '2021-12-06T09:00:00.000Z',
      },
      deviations: [],
    });
    expect(calls()).toEqual([`GET /fazz/api/v4/payment_links/${id}`]);
  });

  it.each([
    ['draft', 'open', false, null],
    ['pending', 'open', false, null],
    ['paid', 'paid', false, 'waiting'],
    ['COMPLETED', 'paid', false, 'settled'],
    ['expired', 'expired', true, null],
    ['failed', 'failed', true, null],
    ['cancelled', 'deleted', true, null],
  ])('that is %s is %s, final: %s, settlement: %s', async (word, status, isFinal, settlement) => {
    server.behave(json(200, link({ status: word })));
    const paidAmountIdr = status === 'paid' ? 10_000 : null;
    const failure = status === 'failed' ? { code: 'payment_failed', detail: null, providerCode: null } : null;
    const statement = { status, isFinal, settlement, providerStatus: word, paidAmountIdr, failure };
    expect(await fazz.read(handle)).toMatchObject({ statement });
  });

  it('of a word that we do not know says nothing of its status, and tells it', async () => {
    server.behave(json(200, link({ status: 'refunded', expiredAt: '2021-12-06 16:00:00', paymentLinkUrl: '1' })));
    expect(await fazz.read(handle)).toMatchObject({
      statement: { status: null, isFinal: false, settlement: null, expiresAt: null, url: null },
      deviations: expect.arrayContaining(['status could not be used.', 'expiredAt could not be used.']),
    });
  });

  it('is known to Fazz by Fazz’s own id alone', async () => {
    server.behave(json(200, link()));
    const nameless = { reference: 'TL1', providerPaymentId: null };
    expect(await fazz.read(nameless)).toMatchObject({ kind: 'unavailable' });
    expect(await fazz.delete?.(nameless)).toMatchObject({ kind: 'unavailable' });
    expect(await fazz.lookUp('TL1')).toEqual({ kind: 'cannot_look_up' });
    expect(await fazz.lookUp(id, 'reference')).toEqual({ kind: 'cannot_look_up' });
    expect(server.received).toEqual([]);
    expect(await fazz.lookUp(id)).toMatchObject({ kind: 'answer', statement: { reference: 'TL1' } });
  });

  it('is cancelled by a task', async () => {
    const task = { targetId: id, targetType: 'payment_links', action: 'cancel' };
    for (const httpStatus of [200, 201]) {
      server.behave(json(httpStatus, { data: { type: 'task', attributes: task } }));
      expect(await fazz.delete?.(handle)).toMatchObject({
        kind: 'answer',
        statement: { status: 'deleted', isFinal: true },
        deviations: [],
      });
    }
    expect(server.received[0]).toMatchObject({ url: `/fazz/api/v4/payment_links/${id}/tasks` });
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual({ data: { attributes: { action: 'cancel' } } });
    server.behave(json(200, { data: { type: 'task', attributes: { ...task, action: 'settle' } } }));
    expect(await fazz.delete?.(handle)).toMatchObject({ kind: 'unreadable' });
    server.behave(error(400, '005', 'status is not pending'));
    expect(await fazz.delete?.(handle)).toMatchObject({ kind: 'declined' });
  });

  it.each([
    ['payment', 'receive_payment'],
    ['settlement', 'settle'],
  ] as const)('has its %s simulated by the task %s', async (step, action) => {
    const task = { targetId: id, targetType: 'payment_links', action };
    const simulate = fazz.simulate[step];
    server.behave(json(200, { data: { type: 'task', attributes: task } }));
    expect(await simulate?.(handle)).toEqual({ kind: 'done', raw: expect.stringContaining(action) });
    expect(calls()).toEqual([`POST /fazz/api/v4/payment_links/${id}/tasks`]);
    server.behave(json(200, { data: { type: 'task', attributes: { ...task, targetId: 'another' } } }));
    expect(await simulate?.(handle)).toMatchObject({ kind: 'unreadable' });
    server.behave(error(404, '004'));
    expect(await simulate?.(handle)).toMatchObject({ kind: 'absent' });
    expect(await simulate?.({ ...handle, providerPaymentId: null })).toMatchObject({ kind: 'unavailable' });
  });

  it('is neither listed by Fazz, nor can its callback be asked for again', () => {
    expect([fazz.list, fazz.resendCallback]).toEqual([null, null]);
  });
});

import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFazzCallback, verifyFazzSignature } from './callbacks.ts';

const id = `paymentlink_${'0a1b2c3d'.repeat(4)}`;
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
const paymentId = `contract_${'0a1b2c3d'.repeat(4)}`;
const paymentAttributes = {
  status: 'paid',
  amount: '100000.0',
  currency: 'IDR',
  createdAt: '2020-10-19T09:12:48+07:00',
  description: null,
  expiredAt: '2020-10-20T02:12:48Z',
  referenceId: 'ORDER_0001',
  fees: '4400.0',
  paymentMethod: {
    id: '871767762ccded4a92461ac0d3376c1e',
    type: 'retail_outlet',
    referenceId: 'ORDER_0001',
    instructions: { retailOutletName: 'ALFAMART', paymentCode: '8887322', displayName: 'Nama Tampilan' },
  },
};
const payment = (changes: object = {}) => ({
  data: { id: paymentId, type: 'payment', attributes: { ...paymentAttributes, ...changes } },
});

describe('a callback', () => {
  const bytes = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const body = bytes(link({ status: 'paid' }));
  const sign = (secret: string, what = body) => createHmac('sha256', secret).update(what).digest('hex');

  it('is read, wrapped or not', () => {
    for (const message of [link({ status: 'paid' }), link({ status: 'paid' }).data])
      expect(readFazzCallback(bytes(message))).toMatchObject({
        kind: 'statement',
        about: 'link',
        reference: 'TL1',
        providerPaymentId: id,
        statement: { status: 'paid', settlement: 'waiting' },
        deviations: [],
      });
  });

  it('of a one-time payment is read as such, wrapped or not', () => {
    for (const message of [payment({ status: 'completed' }), payment({ status: 'completed' }).data])
      expect(readFazzCallback(bytes(message))).toMatchObject({
        kind: 'statement',
        about: 'one-time',
        reference: 'ORDER_0001',
        providerPaymentId: paymentId,
        statement: { status: 'paid', settlement: 'settled', amountIdr: 100_000, feeSen: 440_000, channel: 'alfamart' },
        deviations: [],
      });
  });

  it.each([
    ['link', { ...link().data, type: undefined }],
    ['one-time', { ...payment().data, type: undefined }],
    ['link', { ...link().data, id: 'a1' }],
    ['one-time', { ...payment().data, id: 'a1' }],
    ['one-time', { ...payment().data, type: 'payment_links' }],
  ])('is about a %s by its id, or else by its type, and what is wrong is told', (about, resource) => {
    const reading = readFazzCallback(bytes({ data: resource }));
    expect(reading).toMatchObject({ kind: 'statement', about, providerPaymentId: resource.id });
    expect(reading.kind === 'statement' ? reading.deviations : []).not.toEqual([]);
  });

  it.each([
    ['<html>', 'The body is not JSON.'],
    [[], 'It names no payment link and no one-time payment.'],
    [{ data: { id } }, 'It names no payment link and no one-time payment.'],
    [{ data: { id: paymentId, type: 'payment' } }, 'It names no payment link and no one-time payment.'],
    [
      { data: { id: 'disbursement_1', type: 'disbursement', attributes } },
      'It names no payment link and no one-time payment.',
    ],
    [{ data: { id: { toString: 1 }, type: {}, attributes } }, 'It names no payment link and no one-time payment.'],
  ])('%j is unreadable: %s', (message, reason) => {
    expect(readFazzCallback(bytes(message))).toEqual({ kind: 'unreadable', reason });
  });

  it('is proved by the HMAC of its raw bytes, under either name, with or without prefix', () => {
    const good = sign('ss_1');
    const accepted = [
      { 'xfers-signature': good },
      { 'Xfers-Signature': good.toUpperCase() },
      { 'x-xfers-signature': `sha256=${good}` },
      { 'xfers-signature': sign('other'), 'x-xfers-signature': good },
    ];
    expect(accepted.map((headers) => verifyFazzSignature('ss_1', headers, body))).toEqual([true, true, true, true]);
    const refused = [
      {},
      { 'xfers-signature': '' },
      { 'xfers-signature': undefined },
      { 'xfers-signature': sign('other') },
      { 'xfers-signature': good.slice(1) },
      { 'xfers-signature': `${good}0` },
      { 'xfers-signature': [good, good] },
      { 'x-signature': good },
    ];
    expect(refused.map((headers) => verifyFazzSignature('ss_1', headers, body))).toEqual(refused.map(() => false));
    expect(
      verifyFazzSignature('ss_1', { 'xfers-signature': good }, bytes(`${JSON.stringify(link({ status: 'paid' }))} `)),
    ).toBe(false);
    expect(verifyFazzSignature('', { 'xfers-signature': sign('') }, body)).toBe(false);
  });

  it('of any bytes or JSON is read or not, and never throws', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...Object.keys({ ...attributes, ...paymentAttributes }), 'displayName', 'paymentMethodOptions'),
      fc.jsonValue(),
    );
    const resource = fc.record({ id: fc.jsonValue(), type: fc.jsonValue(), attributes: fc.jsonValue() });
    const someBytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map(bytes),
      fields.map((changes) => bytes(link(changes))),
      fields.map((changes) => bytes(payment(changes))),
      resource.map((data) => bytes({ data })),
    );
    fc.assert(
      fc.property(someBytes, (message) => {
        expect(['statement', 'unreadable']).toContain(readFazzCallback(message).kind);
        expect(verifyFazzSignature('ss_1', { 'xfers-signature': sign('ss_1', Buffer.from(message)) }, message)).toBe(
          true,
        );
      }),
      { numRuns: 1_000 },
    );
  });
});

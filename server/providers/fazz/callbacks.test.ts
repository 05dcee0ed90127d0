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
describe('a callback', () => {
  const bytes = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
  const body = bytes(link({ status: 'paid' }));
  const sign = (secret: string, what = body) => createHmac('sha256', secret).update(what).digest('hex');

  it('is read, wrapped or not', () => {
    for (const message of [link({ status: 'paid' }), link({ status: 'paid' }).data])
      expect(readFazzCallback(bytes(message))).toMatchObject({
        kind: 'statement',
        reference: 'TL1',
        providerPaymentId: id,
        statement: { status: 'paid', settlement: 'waiting' },
        deviations: [],
      });
  });

  it.each([
    ['<html>', 'The body is not JSON.'],
    [[], 'It names no payment link.'],
    [{ data: { id } }, 'It names no payment link.'],
    [
      { data: { id: 'contract_1', type: 'payment', attributes: {} } },
      'It is about a one-time payment, which this version does not keep.',
    ],
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
      fc.constantFrom(...Object.keys(attributes), 'displayName', 'paymentMethodOptions'),
      fc.jsonValue(),
    );
    const someBytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map(bytes),
      fields.map((changes) => bytes(link(changes))),
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

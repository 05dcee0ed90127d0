import { describe, expect, it } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { type Behaviour, json, text } from '../../testing/answering-server.ts';
import { remLink, startAnsweringRem, linkUnknown as unknown } from '../../testing/rem-account.ts';
import type { LinkOrder, LookUpKey } from '../provider.ts';

const { server, rem, calls, sent } = await startAnsweringRem();
const { link } = rem.ports;
const { id, status, details, created } = remLink;

const order: LinkOrder = {
  provider: 'rem',
  reference: 'TL1',
  customerName: 'Siti',
  amountIdr: 150_000,
  isOpenAmount: false,
  includeAdminFee: false,
};
const handle = { reference: 'TL1', providerPaymentId: id };
const wrapped = (data: object) => json(200, { success: true, error: null, data, reason: null, status_code: 200 });

describe('a creation', () => {
  it('is asked for in the words of the contract, with credentials', async () => {
    server.behave(json(200, created));
    const everything: LinkOrder = {
      ...order,
      isOpenAmount: true,
      includeAdminFee: true,
      description: 'Order 1101',
      notes: 'Monday',
      emails: ['a@b.id', 'c@d.id'],
      phone: '081234567890',
      enabledMethods: ['va', 'bank_transfer', 'qris'],
      enabledBanks: ['bca', 'bri'],
      expiresAt: '2026-11-30T16:59:59.500Z',
      displayName: 'Toko Rahma',
    };
    expect(await link.create(everything)).toMatchObject({
      kind: 'answer',
      statement: { status: 'open', providerPaymentId: id, url: created.url },
      raw: JSON.stringify(created),
      deviations: [],
    });
    const [request] = server.received;
    expect(request).toMatchObject({
      method: 'POST',
      url: '/rem/api/payment-checkout/create-v2',
      headers: { 'x-username': 'tautan', 'x-api-key': 'key-1', 'content-type': 'application/json' },
    });
    const body = sent();
    expect(body).toEqual({
      partner_tx_id: 'TL1',
      sender_name: 'Siti',
      amount: 150000,
      is_open: true,
      include_admin_fee: true,
      list_disabled_payment_methods: 'EWALLET,CREDIT_CARD',
      list_enabled_banks: '014,002',
      description: 'Order 1101',
      notes: 'Monday',
      email: 'a@b.id;c@d.id',
      phone_number: '081234567890',
      expiration: '2026-11-30 23:59:59',
      va_display_name: 'Toko Rahma',
    });
    expect(loadContract('rem').checkRequest('createPaymentLink', body)).toEqual([]);
  });

  it('of the least sends the two lists empty and leaves the rest out', async () => {
    server.behave(json(200, created));
    await link.create(order);
    expect(sent()).toEqual({
      partner_tx_id: 'TL1',
      sender_name: 'Siti',
      amount: 150000,
      is_open: false,
      include_admin_fee: false,
      list_disabled_payment_methods: '',
      list_enabled_banks: '',
    });
  });

  it('tells where the answer differs from the contract, and uses what it can', async () => {
    server.behave(json(201, { status: true, payment_link_id: id, mood: 'fine' }));
    expect(await link.create(order)).toMatchObject({
      kind: 'answer',
      statement: { status: 'open', url: `https://pay.rem.id/${id}` },
      deviations: ['HTTP 201 is not among the answers of createPaymentLink.'],
    });
  });

  it('that is told "not found" is declined, for that proves nothing of a payment', async () => {
    server.behave(unknown);
    expect(await link.create(order)).toMatchObject({ kind: 'declined' });
  });
});

describe('a read', () => {
  it('of a link whose id is known asks for the status, flat or wrapped', async () => {
    for (const behaviour of [json(200, status), wrapped(status)]) {
      server.behave(behaviour);
      expect(await link.read(handle)).toMatchObject({
        kind: 'answer',
        statement: { status: 'open', reference: 'TL1', providerPaymentId: null },
        deviations: [],
      });
      expect(calls()).toEqual(['GET /rem/api/payment-checkout/status?partner_tx_id=TL1']);
    }
  });

  it('of a link whose id is not known asks both endpoints and makes one statement', async () => {
    server.behave(
      wrapped({ ...status, status: 'waiting_payment' }),
      json(200, { data: details, message: 'x', status: true }),
    );
    expect(await link.read({ reference: 'TL1', providerPaymentId: null })).toMatchObject({
      kind: 'answer',
      statement: {
        status: 'awaiting_payment',
        providerPaymentId: id,
        url: `https://pay.rem.id/${id}`,
        customerName: 'Siti',
        saidAt: '2026-11-20T03:00:00.000Z',
      },
    });
    expect(calls()).toEqual([
      'GET /rem/api/payment-checkout/status?partner_tx_id=TL1',
      'GET /rem/api/payment-checkout/TL1',
    ]);
  });

  it.each([
    ['both deny it', 'absent', unknown, unknown],
    ['only the status is known', 'answer', json(200, status), unknown],
    ['only the link is known', 'answer', unknown, json(200, details)],
    ['one denies it and the other fails', 'unavailable', unknown, text(500, '')],
    ['one denies it and the other is unreadable', 'unreadable', text(200, '<'), unknown],
    ['the first fails', 'unavailable', text(500, ''), unknown],
  ])('after a lost creation, when %s, is %s', async (_, kind, first, second) => {
    server.behave(first, second);
    expect((await link.resolveCreation(order)).kind).toBe(kind);
  });
});

describe('a deletion', () => {
  it('goes by payment_link_id, or by reference while that is not known', async () => {
    server.behave(json(200, { status: true, message: 'Payment link has been deleted' }));
    expect(await link.delete?.(handle)).toMatchObject({
      kind: 'answer',
      statement: { status: 'deleted', isFinal: true },
      deviations: [],
    });
    await link.delete?.({ reference: 'TL1', providerPaymentId: null });
    expect(calls()).toEqual([`DELETE /rem/api/payment-checkout/${id}`, 'DELETE /rem/api/payment-checkout/TL1']);
  });

  it('is denied for a link that REM does not know', async () => {
    server.behave(unknown);
    expect(await link.delete?.(handle)).toMatchObject({ kind: 'absent' });
  });

  it('is not believed from an answer that does not say so', async () => {
    server.behave(json(200, { message: 'success delete payment checkout data' }));
    expect(await link.delete?.(handle)).toMatchObject({ kind: 'unreadable' });
  });
});

it('a callback is asked for again through the status', async () => {
  server.behave(json(200, status));
  expect(await link.resendCallback?.(handle)).toMatchObject({ kind: 'answer', statement: { status: 'open' } });
  expect(calls()).toEqual(['GET /rem/api/payment-checkout/status?partner_tx_id=TL1&send_callback=true']);
});

describe('a look-up', () => {
  /** Knows one link by its reference, its id and the 12 characters of an OVO receipt. */
  const knowing: Behaviour = (response, request) => {
    const isKnown = /partner_tx_id=TL1$|payment_reference_number=631234567890$/.test(request.url);
    const isMade = request.url.endsWith('/TL1') || request.url.endsWith(`/${id}`);
    const answer = isKnown ? json(200, status) : isMade ? json(200, details) : unknown;
    answer(response, request);
  };

  it.each([
    ['its reference', 'TL1', 2],
    ['its payment_link_id', id, 4],
    ['its payment reference number', '631234567890', 5],
    ['a number of OVO, longer than REM knows', '631234567890ABCD', 6],
  ])('by %s finds the whole link', async (_, value, requests) => {
    server.behave(knowing);
    expect(await link.lookUp(value)).toMatchObject({
      kind: 'answer',
      statement: { reference: 'TL1', providerPaymentId: id, customerName: 'Siti', saidAt: '2026-11-20T03:00:00.000Z' },
    });
    expect(server.received).toHaveLength(requests);
  });

  it.each<[LookUpKey, string, number]>([
    ['reference', 'TL1', 2],
    ['providerPaymentId', id, 3],
    ['paymentReferenceNumber', '631234567890', 3],
    ['paymentReferenceNumber', '631234567890ABCD', 4],
  ])('as %s %s asks for that alone', async (by, value, requests) => {
    server.behave(knowing);
    expect(await link.lookUp(value, by)).toMatchObject({
      kind: 'answer',
      statement: { reference: 'TL1', providerPaymentId: id, customerName: 'Siti', saidAt: '2026-11-20T03:00:00.000Z' },
    });
    expect(server.received).toHaveLength(requests);
  });

  it.each<[LookUpKey, string]>([
    ['reference', '631234567890'],
    ['providerPaymentId', '631234567890'],
    ['paymentReferenceNumber', 'TL1'],
    ['paymentReferenceNumber', id],
  ])('as %s finds no %s, which is something else', async (by, value) => {
    server.behave(knowing);
    expect(await link.lookUp(value, by)).toMatchObject({ kind: 'absent' });
  });

  it('of what REM knows by no way is absent', async () => {
    server.behave(knowing);
    expect(await link.lookUp('NOTHING1')).toEqual({ kind: 'absent', raw: null });
  });

  it('ends when REM is unavailable, and tells a refusal when nothing was found', async () => {
    server.behave(text(503, ''));
    expect(await link.lookUp('TL1')).toMatchObject({ kind: 'unavailable' });
    expect(server.received).toHaveLength(1);
    server.behave(unknown, json(200, { status: false, message: 'Restricted Access' }), unknown);
    expect(await link.lookUp('TL1')).toMatchObject({ kind: 'declined', message: 'Restricted Access' });
  });
});

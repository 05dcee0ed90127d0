import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRemCallback } from './callbacks.ts';

const bytes = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));

const nothing = 'It names no payment link and no routing.';
const both = 'It names both a payment link and a routing.';

const routing = {
  trx_id: 'avadav8989-vasfds-afdasdasdfw',
  partner_trx_id: 'QR1',
  receive_amount: 10000,
  payment_status: 'COMPLETE',
  payment_received_time: '2026-11-20 20:12:30',
  trx_expiration_time: '2026-11-20 20:15:00',
  settlement_time: '2026-11-21 15:00:00',
  settlement_type: 'NON_REALTIME',
  settlement_status: 'WAITING',
  need_frontend: true,
  payment_method: 'QRIS',
  sender_bank: 'some bank name',
  payment_info: { payment_checkout_url: 'https://pay.rem.id/lalilulelo' },
};

const callback = {
  partner_tx_id: 'INV1',
  tx_ref_number: '20097G1X2329',
  amount: 150000,
  status: 'complete',
  created: '2026-11-20T10:00:00',
  updated: '2026-11-20T10:05:41',
  settlement_status: 'WAITING',
};

describe('a callback of REM', () => {
  it('says what became of which link', () => {
    expect(readRemCallback(bytes(callback))).toMatchObject({
      kind: 'statement',
      about: 'link',
      reference: 'INV1',
      providerPaymentId: null,
      statement: { status: 'paid', settlement: 'waiting', txRefNumber: '20097G1X2329' },
      deviations: [],
    });
  });

  it('with a byte order mark or in an envelope is read too, and the envelope told', () => {
    expect(readRemCallback(bytes(`\u{FEFF}${JSON.stringify(callback)}`))).toMatchObject({
      reference: 'INV1',
      deviations: [],
    });
    expect(readRemCallback(bytes({ data: callback }))).toMatchObject({
      reference: 'INV1',
      deviations: expect.arrayContaining(['partner_tx_id is missing.', 'data is not in the contract.']),
    });
  });

  it('tells where it differs from the contract', () => {
    const reading = readRemCallback(bytes({ ...callback, status: 'refunded', paid_amount: '1.5' }));
    expect(reading).toMatchObject({
      statement: { status: null, providerStatus: 'refunded', paidAmountIdr: null },
      deviations: expect.arrayContaining(['status could not be used.', 'paid_amount could not be used.']),
    });
  });

  it.each([
    ['<html>', 'The body is not JSON.'],
    ['', 'The body is not JSON.'],
    [[], nothing],
    [null, nothing],
    [5, nothing],
    [{}, nothing],
    [{ status: 'complete' }, nothing],
    [{ payment_status: 'COMPLETE' }, nothing],
    [{ ...callback, partner_tx_id: null }, nothing],
    [{ ...callback, partner_tx_id: ' ' }, nothing],
    [{ ...callback, partner_tx_id: { id: 'INV1' } }, nothing],
    [{ ...routing, partner_trx_id: '', trx_id: '' }, nothing],
    [{ ...routing, partner_trx_id: null, trx_id: 'a/b' }, nothing],
    [{ status: { code: '203', message: 'Duplicate' }, ...{ partner_trx_id: 'QR1' } }, nothing],
    [{ partner_tx_id: 'INV1', partner_trx_id: 'QR1' }, both],
    [{ ...callback, ...routing }, both],
  ])('%j is unreadable: %s', (body, reason) => {
    expect(readRemCallback(bytes(body))).toEqual({ kind: 'unreadable', reason });
  });

  it('says what became of which routing', () => {
    expect(readRemCallback(bytes(routing))).toMatchObject({
      kind: 'statement',
      about: 'routing',
      reference: 'QR1',
      providerPaymentId: 'avadav8989-vasfds-afdasdasdfw',
      statement: { status: 'paid', settlement: 'waiting', paidAmountIdr: 10_000, channel: 'some bank name' },
      deviations: [],
    });
  });

  it('as REM’s table has it is read too: the amount as text under the other name, the receipt number inside', () => {
    const { receive_amount, ...rest } = routing;
    const payment_info = { payment_reference_number: '631234567890' };
    const body = { ...rest, received_amount: String(receive_amount), payment_info };
    expect(readRemCallback(bytes(body))).toMatchObject({
      about: 'routing',
      statement: { paidAmountIdr: 10_000, paymentReferenceNumber: '631234567890' },
      deviations: [],
    });
  });

  it('of a routing without our reference is known by REM’s id', () => {
    const known = { about: 'routing', reference: null, providerPaymentId: 'avadav8989-vasfds-afdasdasdfw' };
    for (const partner_trx_id of [null, '', undefined])
      expect(readRemCallback(bytes({ ...routing, partner_trx_id }))).toMatchObject(known);
    const { partner_trx_id: _, ...without } = routing;
    expect(readRemCallback(bytes(without))).toMatchObject({ ...known, deviations: ['partner_trx_id is missing.'] });
  });

  it.each([
    ['routing', 'QR1', { ...routing, partner_tx_id: null }],
    ['routing', 'QR1', { ...routing, partner_tx_id: '' }],
    ['link', 'INV1', { ...callback, partner_trx_id: '' }],
    ['link', 'INV1', { ...callback, partner_trx_id: null, trx_id: null }],
    ['routing', 'QR1', { ...routing, partner_tx_id: 'QR1' }],
    ['link', 'INV1', { ...callback, partner_trx_id: 'INV1', trx_id: 'x' }],
    ['link', 'INV1', { ...callback, payment_status: '', partner_trx_id: 'INV1' }],
  ])('is about a %s, %s, where the other name is empty or has no status of its own', (about, reference, body) => {
    expect(readRemCallback(bytes(body))).toMatchObject({ about, reference });
  });

  it('of a routing tells where it differs from the contract, and what nobody knows is left', () => {
    const reading = readRemCallback(bytes({ ...routing, payment_status: 'REFUNDED', mood: 'fine', sender_bank: null }));
    expect(reading).toMatchObject({
      statement: { status: null, providerStatus: 'REFUNDED', paidAmountIdr: null, channel: null },
      deviations: expect.arrayContaining([
        'payment_status could not be used.',
        'mood is not in the contract.',
        'settlement_status came without a payment and was not used.',
      ]),
    });
  });

  it('of any bytes or JSON is read or not, and never throws', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...Object.keys({ ...callback, ...routing }), 'data', 'success', 'paid_amount'),
      fc.jsonValue(),
    );
    const someBytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map(bytes),
      fields.map((changes) => bytes({ ...callback, ...changes })),
      fields.map((changes) => bytes({ ...routing, ...changes })),
    );
    fc.assert(
      fc.property(someBytes, (body) => {
        expect(['statement', 'unreadable']).toContain(readRemCallback(body).kind);
      }),
      { numRuns: 1_000 },
    );
  });
});

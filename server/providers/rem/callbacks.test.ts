import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRemCallback } from './callbacks.ts';

const bytes = (body: unknown) => new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));

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
    [[], 'It names no payment link.'],
    [{}, 'It names no payment link.'],
    [{ status: 'complete' }, 'It names no payment link.'],
    [{ ...callback, partner_tx_id: null }, 'It names no payment link.'],
    [
      { partner_trx_id: 'a', payment_status: 'COMPLETE' },
      'It is about a payment routing, which this version does not keep.',
    ],
  ])('%j is unreadable: %s', (body, reason) => {
    expect(readRemCallback(bytes(body))).toEqual({ kind: 'unreadable', reason });
  });

  it('of any bytes or JSON is read or not, and never throws', () => {
    const fields = fc.dictionary(
      fc.constantFrom(...Object.keys(callback), 'data', 'success', 'paid_amount'),
      fc.jsonValue(),
    );
    const someBytes = fc.oneof(
      fc.uint8Array(),
      fc.json().map(bytes),
      fields.map((changes) => bytes({ ...callback, ...changes })),
    );
    fc.assert(
      fc.property(someBytes, (body) => {
        expect(['statement', 'unreadable']).toContain(readRemCallback(body).kind);
      }),
      { numRuns: 1_000 },
    );
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type ContractName, loadContract } from './check-contract.ts';

const rem = loadContract('rem');
const fazz = loadContract('fazz');
const consoleApi = loadContract('console');

const status = {
  partner_tx_id: 'INV1',
  amount: 150000,
  status: 'created',
  created: '2026-11-20T10:00:00',
  updated: '2026-11-20T10:00:00',
};

describe('an answer', () => {
  it('inside the contract has no deviation, flat or wrapped', () => {
    expect(rem.checkResponse('getPaymentLinkStatus', 200, status)).toEqual([]);
    expect(rem.checkResponse('getPaymentLinkStatus', 200, { success: true, data: status })).toEqual([]);
    expect(rem.checkResponse('getPaymentLink', 200, { status: false, message: 'Data Not Found' })).toEqual([]);
  });

  it('names each deviation by its field, of the envelope that was meant', () => {
    const data = { ...status, amount: '5', status: 'gone', expiration: 'soon', settlement_time: 4, mood: 'fine' };
    expect(rem.checkResponse('getPaymentLinkStatus', 200, { success: true, data, mode: 1 })).toEqual([
      expect.stringMatching(/^data\.status must be one of: created, initiated, .*closed\.$/),
      'data.expiration must not have fewer than 19 characters.',
      'data.amount must be number, but is string.',
      'data.settlement_time must be string or null, but is number.',
      'data.mood is not in the contract.',
      'mode is not in the contract.',
    ]);
  });

  it('does not ask for an envelope that is empty when only a type inside it is wrong', () => {
    const data = { ...status, amount: '5' };
    expect(rem.checkResponse('getPaymentLinkStatus', 200, { success: true, data })).toEqual([
      'data.amount must be number, but is string.',
    ]);
  });

  it('names unknown fields of nested objects, inside allOf and anyOf', () => {
    const attributes = {
      ...Object.fromEntries(['referenceId', 'description', 'customerName', 'customerPhoneNumber'].map((k) => [k, 'x'])),
      status: 'pending',
      amount: '10000.0',
      createdAt: '2026-11-20 10:00:00 +0700',
      expiredAt: null,
      paymentLinkUrl: '1',
      customerEmail: 'a@b.id',
      paymentMethodOptions: { displayName: 'Toko', colour: 'red' },
    };
    const data = { id: `paymentlink_${'0'.repeat(32)}`, type: 'payment_links', attributes };
    expect(fazz.checkResponse('getPaymentLink', 200, { data })).toEqual([
      'data.attributes.paymentMethodOptions.colour is not in the contract.',
    ]);
    expect(rem.checkWebhook('paymentLinkCallback', { ...status, is_invoice: false, child: 1 })).toEqual([
      'child is not in the contract.',
    ]);
  });

  it('with an undocumented body passes, with an undocumented HTTP status does not', () => {
    expect(rem.checkResponse('createPaymentLink', 403, '<html>')).toEqual([]);
    expect(fazz.checkResponse('getPaymentLink', 418, {})).toEqual(['errors is missing.']);
    expect(rem.checkResponse('createPaymentLink', 418, {})).toEqual([
      'HTTP 418 is not among the answers of createPaymentLink.',
    ]);
  });

  it('says what a body of a wrong type is, and never repeats its values', () => {
    expect(rem.checkResponse('createPaymentLink', 200, '<html>secret')).toEqual([
      'The body must be object, but is string.',
    ]);
    expect(rem.checkResponse('createPaymentLink', 200, null)).toEqual(['The body must be object, but is null.']);
  });

  it('of many deviations tells 20', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, index]));
    const deviations = rem.checkWebhook('paymentLinkCallback', { ...status, ...many });
    expect(deviations).toHaveLength(20);
    expect(deviations.at(-1)).toBe('There are 481 more.');
  });
});

describe('a request', () => {
  it('may have fields that the contract does not name, unless it forbids them', () => {
    const body = { partner_tx_id: 'A1', sender_name: 'Siti', amount: 20000, is_open: false, include_admin_fee: false };
    expect(rem.checkRequest('createPaymentLink', { ...body, step: null, colour: 'red' })).toEqual([]);
    const input = { provider: 'rem', customerName: 'Siti', amountIdr: 20000, colour: 'red' };
    expect(consoleApi.checkRequest('createLink', input)).toEqual(['The body must not have colour.']);
  });

  it('is checked across fields, and for a missing body', () => {
    const body = { sender_name: 'Siti', amount: 20000, is_open: false, include_admin_fee: false };
    expect(rem.checkRequest('createPaymentLink', body)).toEqual(['partner_tx_id is missing.']);
    expect(rem.checkRequest('createPaymentLink', undefined)).toEqual(['The body is missing.']);
  });

  it('has its query read as the types of the contract', () => {
    const check = (query: Record<string, string>) => consoleApi.checkRequest('searchLinks', undefined, query);
    expect(check({ limit: '200', status: 'open,paid', sort: '-amount' })).toEqual([]);
    expect(check({ limit: '201' })).toEqual(['limit must be <= 200.']);
    expect(check({ limit: 'many' })).toEqual(['limit must be integer, but is string.']);
    expect(check({ status: 'open,gone' })).toEqual([expect.stringMatching(/^status\.1 must be one of: creating, /)]);
    expect(rem.checkRequest('getPaymentLinkStatus', undefined, { send_callback: 'true' })).toEqual([]);
  });
});

it('an operation or webhook that the contract lacks is a mistake of the caller', () => {
  expect(() => rem.checkResponse('createLink', 200, {})).toThrow('no operation createLink');
  expect(() => rem.checkWebhook('callback', {})).toThrow('no webhook callback');
});

const operations = (['rem', 'fazz', 'console'] as ContractName[]).flatMap((name) => {
  const { paths } = parse(readFileSync(new URL(`./${name}.yaml`, import.meta.url), 'utf8'));
  const items: object[] = Object.values(paths).flatMap((item) => Object.values(Object(item)).map(Object));
  return items.flatMap((item) => ('operationId' in item ? [{ name, operationId: String(item.operationId) }] : []));
});

it.each(operations)('$name $operationId compiles, and no body makes it throw', ({ name, operationId }) => {
  const contract = loadContract(name);
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(200, 201, 400, 404, 500), (body, httpStatus) => {
      for (const deviation of contract.checkResponse(operationId, httpStatus, body)) expect(deviation).toMatch(/\.$/);
      for (const violation of contract.checkRequest(operationId, body)) expect(violation).toMatch(/\.$/);
    }),
    { numRuns: 50 },
  );
});

import { expect } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { type CallOptions, type Fields, readAnswer, type TestAnswer } from './rem-client.ts';

export interface FazzClient {
  create(attributes?: Fields, options?: CallOptions): Promise<TestAnswer>;
  get(id: string, options?: CallOptions): Promise<TestAnswer>;
  task(id: string, action: string, options?: CallOptions): Promise<TestAnswer>;
  createPayment(attributes?: Fields, options?: CallOptions): Promise<TestAnswer>;
  getPayment(id: string, options?: CallOptions): Promise<TestAnswer>;
  /** `query` as it is to stand in the address, without the question mark. */
  listPayments(query?: string, options?: CallOptions): Promise<TestAnswer>;
  paymentTask(id: string, action: string, options?: CallOptions): Promise<TestAnswer>;
}

/** Attributes of a new link in which everything is right. */
export const fazzOrder = (attributes: Fields = {}): Fields => ({
  amount: 150_000,
  referenceId: 'INV-2001',
  description: 'Order 2001',
  customerName: 'Budi Santoso',
  customerEmail: 'budi@example.com',
  customerPhoneNumber: '081234567890',
  ...attributes,
});

/** Options of each method in which everything is right, and a type that belongs to them. */
export const fazzMethods = {
  virtual_bank_account: { bankShortCode: 'BCA', displayName: 'Toko Melati' },
  retail_outlet: { retailOutletName: 'ALFAMART', displayName: 'Toko Melati' },
  qris: { displayName: 'Toko Melati' },
  'e-wallet': { providerCode: 'SHOPEEPAY', afterSettlementReturnUrl: 'https://toko.example.com/terima-kasih' },
} as const;

/** Attributes of a new one-time payment in which everything is right; by virtual account unless told otherwise. */
export function fazzPayment(attributes: Fields = {}): Fields {
  const type = (attributes.paymentMethodType ?? 'virtual_bank_account') as keyof typeof fazzMethods;
  return {
    paymentMethodType: type,
    amount: 150_000,
    referenceId: 'PAY-3001',
    description: 'Order 3001',
    paymentMethodOptions: fazzMethods[type],
    ...attributes,
  };
}

/** Calls the twin's Fazz over HTTP and holds each answer against openapi/fazz.yaml. */
export function fazzClient(fazzUrl: string): FazzClient {
  const contract = loadContract('fazz');
  const { apiKey, secretKey } = demoAccount.fazz;
  const authorization = `Basic ${Buffer.from(`${apiKey}:${secretKey}`).toString('base64')}`;

  async function call(operation: string, path: string, body: Fields | null, options: CallOptions): Promise<TestAnswer> {
    const headers = { authorization, 'content-type': 'application/vnd.api+json', ...options.headers };
    const init = body ? { method: 'POST', body: JSON.stringify({ data: { attributes: body } }) } : {};
    const answer = await readAnswer(await fetch(`${fazzUrl}${path}`, { ...init, headers }));
    if (!options.deviates) expect(contract.checkResponse(operation, answer.httpStatus, answer.body)).toEqual([]);
    return answer;
  }

  return {
    create: (attributes = {}, options = {}) =>
      call('createPaymentLink', '/payment_links', fazzOrder(attributes), options),
    get: (id, options = {}) => call('getPaymentLink', `/payment_links/${id}`, null, options),
    task: (id, action, options = {}) =>
      call('createPaymentLinkTask', `/payment_links/${id}/tasks`, { action }, options),
    createPayment: (attributes = {}, options = {}) =>
      call('createPayment', '/payments', fazzPayment(attributes), options),
    getPayment: (id, options = {}) => call('getPayment', `/payments/${id}`, null, options),
    listPayments: (query = '', options = {}) => call('listPayments', `/payments?${query}`, null, options),
    paymentTask: (id, action, options = {}) => call('createPaymentTask', `/payments/${id}/tasks`, { action }, options),
  };
}

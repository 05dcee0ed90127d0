import { expect } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';

/** A JSON object whose members are looked at one by one. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads answers of both envelopes by name and asserts what it finds
export type Fields = Record<string, any>;

export interface TestAnswer {
  httpStatus: number;
  headers: Headers;
  raw: string;
  /** Empty when the answer is no JSON. */
  body: Fields;
}

export interface CallOptions {
  headers?: Record<string, string>;
  /** The answer is meant to differ from the contract. */
  deviates?: boolean;
}

export interface RemClient {
  create(fields?: Fields, options?: CallOptions): Promise<TestAnswer>;
  get(id: string, options?: CallOptions): Promise<TestAnswer>;
  remove(id: string, options?: CallOptions): Promise<TestAnswer>;
  status(query: Record<string, string>, options?: CallOptions): Promise<TestAnswer>;
  createRouting(fields?: Fields, options?: CallOptions): Promise<TestAnswer>;
  checkRouting(fields: Fields, options?: CallOptions): Promise<TestAnswer>;
  simulate(fields: Fields, options?: CallOptions): Promise<TestAnswer>;
}

/** A create body in which everything is right; each test changes what it is about. */
export const remOrder = (fields: Fields = {}): Fields => ({
  partner_tx_id: 'INV1001',
  description: 'Order 1001',
  notes: '',
  sender_name: 'Siti Rahma',
  amount: 150_000,
  email: 'siti@example.com',
  phone_number: '081234567890',
  is_open: false,
  include_admin_fee: false,
  list_disabled_payment_methods: '',
  list_enabled_banks: '',
  expiration: '',
  va_display_name: 'Toko Melati',
  ...fields,
});

/** The same for a routing whose QR the merchant shows. */
export const routingOrder = (fields: Fields = {}): Fields => ({
  partner_user_id: 'payer-7',
  partner_trx_id: 'QR-1001',
  need_frontend: false,
  sender_email: 'siti@example.com',
  receive_amount: 16_000,
  list_enable_payment_method: 'QRIS',
  list_enable_sof: 'QRIS',
  trx_expiration_time: '',
  ...fields,
});

/** Calls the twin's REM over HTTP and holds each answer against openapi/rem.yaml. */
export function remClient(remUrl: string): RemClient {
  const contract = loadContract('rem');
  const credentials = { 'x-username': demoAccount.rem.username, 'x-api-key': demoAccount.rem.apiKey };

  async function call(operation: string, path: string, init: RequestInit, options: CallOptions): Promise<TestAnswer> {
    const headers = { ...credentials, 'content-type': 'application/json', ...options.headers };
    const answer = await readAnswer(await fetch(`${remUrl}/api${path}`, { ...init, headers }));
    if (!options.deviates) expect(contract.checkResponse(operation, answer.httpStatus, answer.body)).toEqual([]);
    return answer;
  }

  const post = (body: Fields) => ({ method: 'POST', body: JSON.stringify(body) });

  return {
    create: (fields = {}, options = {}) =>
      call('createPaymentLink', '/payment-checkout/create-v2', post(remOrder(fields)), options),
    get: (id, options = {}) => call('getPaymentLink', `/payment-checkout/${id}`, {}, options),
    remove: (id, options = {}) => call('deletePaymentLink', `/payment-checkout/${id}`, { method: 'DELETE' }, options),
    status: (query, options = {}) =>
      call('getPaymentLinkStatus', `/payment-checkout/status?${new URLSearchParams(query)}`, {}, options),
    createRouting: (fields = {}, options = {}) =>
      call('createPaymentRouting', '/payment-routing/create-transaction', post(routingOrder(fields)), options),
    checkRouting: (fields, options = {}) =>
      call('checkPaymentRoutingStatus', '/payment-routing/check-status', post(fields), options),
    simulate: (fields, options = {}) =>
      call('simulatePaymentRoutingCallback', '/payment-routing/simulate-callback', post(fields), options),
  };
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<TestAnswer> {
  const raw = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { httpStatus: response.status, headers: response.headers, raw, body: isJson ? JSON.parse(raw) : {} };
}

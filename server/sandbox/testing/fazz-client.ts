import { expect } from 'vitest';
import { loadContract } from '../../../openapi/check-contract.ts';
import { demoAccount } from '../demo-account.ts';
import { type CallOptions, type Fields, readAnswer, type TestAnswer } from './rem-client.ts';

export interface FazzClient {
  create(attributes?: Fields, options?: CallOptions): Promise<TestAnswer>;
  get(id: string, options?: CallOptions): Promise<TestAnswer>;
  task(id: string, action: string, options?: CallOptions): Promise<TestAnswer>;
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

/** Calls the twin's Fazz over HTTP and holds each answer against openapi/fazz.yaml. */
export function fazzClient(fazzUrl: string): FazzClient {
  const contract = loadContract('fazz');
  const { apiKey, secretKey } = demoAccount.fazz;
  const authorization = `Basic ${Buffer.from(`${apiKey}:${secretKey}`).toString('base64')}`;

  async function call(operation: string, path: string, body: Fields | null, options: CallOptions): Promise<TestAnswer> {
    const headers = { authorization, 'content-type': 'application/vnd.api+json', ...options.headers };
    const init = body ? { method: 'POST', body: JSON.stringify({ data: { attributes: body } }) } : {};
    const answer = await readAnswer(await fetch(`${fazzUrl}/payment_links${path}`, { ...init, headers }));
    if (!options.deviates) expect(contract.checkResponse(operation, answer.httpStatus, answer.body)).toEqual([]);
    return answer;
  }

  return {
    create: (attributes = {}, options = {}) => call('createPaymentLink', '', fazzOrder(attributes), options),
    get: (id, options = {}) => call('getPaymentLink', `/${id}`, null, options),
    task: (id, action, options = {}) => call('createPaymentLinkTask', `/${id}/tasks`, { action }, options),
  };
}

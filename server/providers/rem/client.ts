import createClient from 'openapi-fetch';
import type { components, operations, paths } from '../../../openapi/generated/rem.ts';
import type { RemSecrets } from '../../config/secrets.ts';
import { type Exchange, exchange } from '../exchange.ts';

export type CreateBody = components['schemas']['CreatePaymentLinkRequest'];
export type StatusQuery = NonNullable<operations['getPaymentLinkStatus']['parameters']['query']>;

/** REM's payment link endpoints, named after their operationIds in rem.yaml. No call throws. */
export interface RemClient {
  createPaymentLink(body: CreateBody): Promise<Exchange>;
  getPaymentLinkStatus(query: StatusQuery): Promise<Exchange>;
  /** `id` is payment_link_id or partner_tx_id. */
  getPaymentLink(id: string): Promise<Exchange>;
  deletePaymentLink(id: string): Promise<Exchange>;
}

export function createRemClient(options: { baseUrl: string; secrets: RemSecrets; timeoutMs: number }): RemClient {
  const { baseUrl, secrets, timeoutMs } = options;
  const client = createClient<paths>({
    baseUrl,
    redirect: 'manual',
    headers: { 'x-username': secrets.username, 'x-api-key': secrets.apiKey, Accept: 'application/json' },
  });
  return {
    createPaymentLink: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/api/payment-checkout/create-v2', { body, ...wire })),
    getPaymentLinkStatus: (query) =>
      exchange(timeoutMs, (wire) => client.GET('/api/payment-checkout/status', { params: { query }, ...wire })),
    getPaymentLink: (id) =>
      exchange(timeoutMs, (wire) => client.GET('/api/payment-checkout/{id}', { params: { path: { id } }, ...wire })),
    deletePaymentLink: (id) =>
      exchange(timeoutMs, (wire) => client.DELETE('/api/payment-checkout/{id}', { params: { path: { id } }, ...wire })),
  };
}

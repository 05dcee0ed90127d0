import createClient from 'openapi-fetch';
import type { components, operations, paths } from '../../../openapi/generated/rem.ts';
import type { RemSecrets } from '../../config/secrets.ts';
import { type Exchange, exchange } from '../exchange.ts';

export type LinkBody = components['schemas']['CreatePaymentLinkRequest'];
export type RoutingBody = components['schemas']['CreatePaymentRoutingRequest'];
export type RoutingStatusQuery = components['schemas']['CheckPaymentRoutingStatusRequest'];
type Simulation = components['schemas']['SimulateCallbackRequest'];
export type LinkStatusQuery = NonNullable<operations['getPaymentLinkStatus']['parameters']['query']>;

/** REM's payment link and routing endpoints, named after their operationIds in rem.yaml. No call throws. */
export interface RemClient {
  createPaymentLink(body: LinkBody): Promise<Exchange>;
  getPaymentLinkStatus(query: LinkStatusQuery): Promise<Exchange>;
  /** `id` is payment_link_id or partner_tx_id. */
  getPaymentLink(id: string): Promise<Exchange>;
  deletePaymentLink(id: string): Promise<Exchange>;
  createPaymentRouting(body: RoutingBody): Promise<Exchange>;
  checkPaymentRoutingStatus(query: RoutingStatusQuery): Promise<Exchange>;
  /** On staging alone. */
  simulatePaymentRoutingCallback(body: Simulation): Promise<Exchange>;
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
    createPaymentRouting: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/api/payment-routing/create-transaction', { body, ...wire })),
    checkPaymentRoutingStatus: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/api/payment-routing/check-status', { body, ...wire })),
    simulatePaymentRoutingCallback: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/api/payment-routing/simulate-callback', { body, ...wire })),
  };
}

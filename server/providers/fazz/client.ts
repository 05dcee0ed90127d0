import createClient from 'openapi-fetch';
import type { components, operations, paths } from '../../../openapi/generated/fazz.ts';
import type { FazzSecrets } from '../../config/secrets.ts';
import { type Exchange, exchange } from '../exchange.ts';

type Schemas = components['schemas'];
export type LinkBody = Schemas['CreatePaymentLinkRequest'];
export type PaymentBody = Schemas['CreatePaymentRequest'];
export type ListQuery = NonNullable<operations['listPayments']['parameters']['query']>;
type Task = Schemas['TaskAction'];

/** Fazz's endpoints, named after their operationIds in fazz.yaml. No call throws. */
export interface FazzClient {
  createPaymentLink(body: LinkBody): Promise<Exchange>;
  getPaymentLink(id: string): Promise<Exchange>;
  createPaymentLinkTask(id: string, action: Task): Promise<Exchange>;
  createPayment(body: PaymentBody): Promise<Exchange>;
  getPayment(id: string): Promise<Exchange>;
  listPayments(query: ListQuery): Promise<Exchange>;
  createPaymentTask(id: string, action: Task): Promise<Exchange>;
}

export function createFazzClient(options: { baseUrl: string; secrets: FazzSecrets; timeoutMs: number }): FazzClient {
  const { baseUrl, secrets, timeoutMs } = options;
  const credentials = Buffer.from(`${secrets.apiKey}:${secrets.secretKey}`).toString('base64');
  const jsonApi = 'application/vnd.api+json';
  const client = createClient<paths>({
    baseUrl,
    redirect: 'manual',
    headers: { Authorization: `Basic ${credentials}`, Accept: jsonApi },
    querySerializer,
  });
  const headers = { 'Content-Type': jsonApi };
  const at = (id: string) => ({ path: { id } });
  const task = (action: Task) => ({ data: { attributes: { action } } });
  return {
    createPaymentLink: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/payment_links', { body, headers, ...wire })),
    getPaymentLink: (id) =>
      exchange(timeoutMs, (wire) => client.GET('/payment_links/{id}', { params: at(id), ...wire })),
    createPaymentLinkTask: (id, action) =>
      exchange(timeoutMs, (wire) =>
        client.POST('/payment_links/{id}/tasks', { params: at(id), body: task(action), headers, ...wire }),
      ),
    createPayment: (body) => exchange(timeoutMs, (wire) => client.POST('/payments', { body, headers, ...wire })),
    getPayment: (id) => exchange(timeoutMs, (wire) => client.GET('/payments/{id}', { params: at(id), ...wire })),
    listPayments: (query) => exchange(timeoutMs, (wire) => client.GET('/payments', { params: { query }, ...wire })),
    createPaymentTask: (id, action) =>
      exchange(timeoutMs, (wire) =>
        client.POST('/payments/{id}/tasks', { params: at(id), body: task(action), headers, ...wire }),
      ),
  };
}

/** Brackets in names travel percent-encoded, as live callers send them (providers.md B.8). */
function querySerializer(query: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
}

import createClient from 'openapi-fetch';
import type { components, paths } from '../../../openapi/generated/fazz.ts';
import type { FazzSecrets } from '../../config/secrets.ts';
import { type Exchange, exchange } from '../exchange.ts';

export type CreateBody = components['schemas']['CreatePaymentLinkRequest'];
type Task = components['schemas']['TaskAction'];

/** Fazz's payment link endpoints, named after their operationIds in fazz.yaml. No call throws. */
export interface FazzClient {
  createPaymentLink(body: CreateBody): Promise<Exchange>;
  getPaymentLink(id: string): Promise<Exchange>;
  createPaymentLinkTask(id: string, action: Task): Promise<Exchange>;
}

export function createFazzClient(options: { baseUrl: string; secrets: FazzSecrets; timeoutMs: number }): FazzClient {
  const { baseUrl, secrets, timeoutMs } = options;
  const credentials = Buffer.from(`${secrets.apiKey}:${secrets.secretKey}`).toString('base64');
  const jsonApi = 'application/vnd.api+json';
  const client = createClient<paths>({
    baseUrl,
    redirect: 'manual',
    headers: { Authorization: `Basic ${credentials}`, Accept: jsonApi },
  });
  const headers = { 'Content-Type': jsonApi };
  return {
    createPaymentLink: (body) =>
      exchange(timeoutMs, (wire) => client.POST('/payment_links', { body, headers, ...wire })),
    getPaymentLink: (id) =>
      exchange(timeoutMs, (wire) => client.GET('/payment_links/{id}', { params: { path: { id } }, ...wire })),
    createPaymentLinkTask: (id, action) =>
      exchange(timeoutMs, (wire) =>
        client.POST('/payment_links/{id}/tasks', {
          params: { path: { id } },
          body: { data: { attributes: { action } } },
          headers,
          ...wire,
        }),
      ),
  };
}

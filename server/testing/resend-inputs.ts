import { randomUUID } from 'node:crypto';
import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];
export type OrderInput = Schemas['ResendOrderInput'];

/** What a browser sends when a person orders a resend; a new Idempotency-Key unless one is given. */
export function postOrder(
  client: TestClient,
  body: OrderInput,
  key: string = randomUUID(),
  environment: EnvironmentName = 'sandbox',
) {
  return client.POST('/api/{environment}/resend-orders', {
    params: { path: { environment }, header: { 'Idempotency-Key': key } },
    body,
  });
}

/** An order that was taken. */
export async function newOrder(
  client: TestClient,
  body: OrderInput,
  environment: EnvironmentName = 'sandbox',
): Promise<Schemas['ResendOrder']> {
  const { data, response } = await postOrder(client, body, randomUUID(), environment);
  if (response.status !== 201 || !data) throw new Error(`The order was not taken: HTTP ${response.status}`);
  return data;
}

/** Path parameters of an order. */
export const orderAt = (orderId: string, environment: EnvironmentName = 'sandbox') => ({
  params: { path: { environment, orderId } },
});

/** What a person does with an order. */
export type OrderVerb = 'continue' | 'pause' | 'resume' | 'cancel';

export function doToOrder(client: TestClient, id: string, verb: OrderVerb, environment: EnvironmentName = 'sandbox') {
  return client.POST(`/api/{environment}/resend-orders/{orderId}/${verb}`, orderAt(id, environment));
}

/** The order as the console shows it now. */
export async function readOrder(
  client: TestClient,
  id: string,
  environment: EnvironmentName = 'sandbox',
): Promise<Schemas['ResendOrder']> {
  const { data, response } = await client.GET('/api/{environment}/resend-orders/{orderId}', orderAt(id, environment));
  if (!data) throw new Error(`No order: HTTP ${response.status}`);
  return data;
}

/** All items of an order, page by page as a browser reads them. */
export async function readItems(
  client: TestClient,
  id: string,
  environment: EnvironmentName = 'sandbox',
): Promise<Schemas['ResendItem'][]> {
  const items: Schemas['ResendItem'][] = [];
  for (let cursor: string | undefined; ; ) {
    const { data } = await client.GET('/api/{environment}/resend-orders/{orderId}/items', {
      params: { path: { environment, orderId: id }, query: { limit: 200, ...(cursor && { cursor }) } },
    });
    items.push(...(data?.items ?? []));
    if (!data?.nextCursor) return items;
    cursor = data.nextCursor;
  }
}

/** What the audit entry of an order's creation says of it. */
export async function auditedOrder(db: Db, id: string): Promise<unknown> {
  const { rows } = await db.query<{ detail: unknown }>(
    `select detail from audit_entries where detail ->> 'orderId' = $1 order by id limit 1`,
    [id],
  );
  return rows[0]?.detail;
}

import { randomUUID } from 'node:crypto';
import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];
type OneTimeInput = Schemas['CreateOneTimePaymentInput'];

/** An order for a QRIS routing that REM's sandbox accepts. */
export const routingInput = (changes: Partial<Schemas['CreateRoutingInput']> = {}): Schemas['CreateRoutingInput'] => ({
  amountIdr: 76_000,
  hasHostedPage: false,
  ...changes,
});

/** An order for a one-time payment that Fazz's sandbox accepts, for each method. */
export const oneTimeInputs = {
  va: { method: 'va', amountIdr: 150_000, channel: 'bca', displayName: 'Toko Batik' },
  retail_outlet: { method: 'retail_outlet', amountIdr: 60_000, channel: 'alfamart', displayName: 'Toko Batik' },
  qris: { method: 'qris', amountIdr: 45_000, displayName: 'Toko Batik' },
  ewallet: { method: 'ewallet', amountIdr: 30_000, channel: 'ovo', returnUrl: 'https://toko.example/terima-kasih' },
} as const satisfies Record<OneTimeInput['method'], OneTimeInput>;

const creationOf = (key: string) => ({ path: { environment: 'sandbox' }, header: { 'Idempotency-Key': key } }) as const;

/** What a browser sends when a person creates a routing; a new Idempotency-Key unless one is given. */
export function postRouting(client: TestClient, body: Schemas['CreateRoutingInput'], key: string = randomUUID()) {
  return client.POST('/api/{environment}/routings', { params: creationOf(key), body });
}

/** What a browser sends when a person creates a one-time payment; a new Idempotency-Key unless one is given. */
export function postOneTime(client: TestClient, body: OneTimeInput, key: string = randomUUID()) {
  return client.POST('/api/{environment}/one-time-payments', { params: creationOf(key), body });
}

/** A routing that was created without trouble. */
export async function newRouting(
  client: TestClient,
  changes: Partial<Schemas['CreateRoutingInput']> = {},
): Promise<Schemas['Payment']> {
  const { data, response } = await postRouting(client, routingInput(changes));
  if (response.status !== 201 || !data) throw new Error(`The routing was not created: HTTP ${response.status}`);
  return data;
}

/** A one-time payment that was created without trouble. */
export async function newOneTime(client: TestClient, body: OneTimeInput): Promise<Schemas['Payment']> {
  const { data, response } = await postOneTime(client, body);
  if (response.status !== 201 || !data) throw new Error(`The payment was not created: HTTP ${response.status}`);
  return data;
}

/** Path parameters of one payment. */
export const paymentAt = (id: string, environment: EnvironmentName = 'sandbox') => ({
  params: { path: { environment, id } },
});

/** The payment as the console shows it now. */
export async function readPayment(client: TestClient, id: string): Promise<Schemas['Payment']> {
  const { data, response } = await client.GET('/api/{environment}/payments/{id}', paymentAt(id));
  if (!data) throw new Error(`No payment: HTTP ${response.status}`);
  return data;
}

/** The timeline of a payment, newest first. */
export async function paymentTimeline(client: TestClient, id: string): Promise<Schemas['Timeline']['entries']> {
  const { data, response } = await client.GET('/api/{environment}/payments/{id}/timeline', paymentAt(id));
  if (!data) throw new Error(`No timeline: HTTP ${response.status}`);
  return data.entries;
}

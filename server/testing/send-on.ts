import type { components } from '../../openapi/generated/console.ts';
import type { TestApp, TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];

/** The address of a receiver at the sandbox's twin. */
export const receiverUrl = (app: Pick<TestApp, 'sandbox'>, name: string) => `${app.sandbox.url}/receiver/${name}`;

/** A destination in the sandbox that leads to the twin's receiver of that name, which knows its secret. */
export async function newDestination(
  app: Pick<TestApp, 'sandbox'>,
  admin: TestClient,
  name: string,
  changes: Partial<Schemas['DestinationInput']> = {},
): Promise<Schemas['DestinationWithSecret']> {
  const { data, response } = await admin.POST('/api/{environment}/destinations', {
    params: { path: { environment: 'sandbox' } },
    body: { name, url: receiverUrl(app, name), ...changes },
  });
  if (!data) throw new Error(`The destination was not created: HTTP ${response.status}`);
  app.sandbox.control.receivers.change(name, { secret: data.secret });
  return data;
}

/** Path parameters of a destination. */
export const destinationAt = (destinationId: string) => ({
  params: { path: { environment: 'sandbox' as const, destinationId } },
});

/** The destination as the console shows it now. */
export async function readDestination(client: TestClient, id: string): Promise<Schemas['Destination']> {
  const { data } = await client.GET('/api/{environment}/destinations', {
    params: { path: { environment: 'sandbox' } },
  });
  const found = data?.items.find((one) => one.id === id);
  if (!found) throw new Error(`No destination ${id}`);
  return found;
}

/** Posts a callback of REM as REM would, about the link of that reference; it is stored when this resolves. */
export async function callBack(
  app: Pick<TestApp, 'sandbox'>,
  reference: string,
  fields: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<string> {
  const body = JSON.stringify({ partner_tx_id: reference, status: 'waiting_payment', amount: 10_000, ...fields });
  const response = await fetch(app.sandbox.control.settings().callbackUrls.rem ?? '', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  if (!response.ok) throw new Error(`The callback was not taken: HTTP ${response.status}`);
  return body;
}

/** Reads what has arrived and sends on what is due, until nothing is. */
export async function sendOn(app: Pick<TestApp, 'workers'>): Promise<number> {
  await app.workers.callbacks.processAll();
  return app.workers.deliveries.processAll();
}

/** References of what a receiver got, in the order of arrival. */
export const referencesAt = (app: Pick<TestApp, 'sandbox'>, name: string): string[] =>
  app.sandbox.control.receivers.received(name).map(({ body }) => JSON.parse(body).partner_tx_id);

/** Ends all destinations of the sandbox, so that the next test has its own alone. */
export async function deleteDestinations(admin: TestClient): Promise<void> {
  const { data } = await admin.GET('/api/{environment}/destinations', { params: { path: { environment: 'sandbox' } } });
  for (const { id } of data?.items ?? [])
    await admin.DELETE('/api/{environment}/destinations/{destinationId}', destinationAt(id));
}

import { randomUUID } from 'node:crypto';
import type { components } from '../../openapi/generated/console.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { TestClient } from './start-test-app.ts';

type Schemas = components['schemas'];

/** An order for a REM link that its sandbox accepts. */
export const remInput = (changes: Partial<Schemas['CreateRemLinkInput']> = {}): Schemas['CreateRemLinkInput'] => ({
  provider: 'rem',
  customerName: 'Siti Rahayu',
  amountIdr: 150_000,
  isOpenAmount: false,
  includeAdminFee: false,
  description: 'Pesanan 1042',
  emails: ['siti@example.com'],
  phone: '628120001111',
  ...changes,
});

/** An order for a Fazz link that its sandbox accepts. */
export const fazzInput = (changes: Partial<Schemas['CreateFazzLinkInput']> = {}): Schemas['CreateFazzLinkInput'] => ({
  provider: 'fazz',
  customerName: 'Budi Santoso',
  amountIdr: 275_000,
  emails: ['budi@example.com'],
  phone: '628120002222',
  description: 'Pesanan 1043',
  ...changes,
});

/** What a browser sends when a person creates a link; a new Idempotency-Key unless one is given. */
export function postLink(client: TestClient, body: Schemas['CreateLinkInput'], key: string = randomUUID()) {
  return client.POST('/api/{environment}/links', {
    params: { path: { environment: 'sandbox' }, header: { 'Idempotency-Key': key } },
    body,
  });
}

/** Path parameters of one link. */
export const linkAt = (id: string, environment: EnvironmentName = 'sandbox') => ({
  params: { path: { environment, id } },
});

/** A link that was created without trouble. */
export async function newLink(client: TestClient, body: Schemas['CreateLinkInput']): Promise<Schemas['Payment']> {
  const { data, response } = await postLink(client, body);
  if (response.status !== 201 || !data) throw new Error(`The link was not created: HTTP ${response.status}`);
  return data;
}

/** The timeline of a link, newest first. */
export async function timelineOf(client: TestClient, id: string): Promise<Schemas['Timeline']['entries']> {
  const { data, response } = await client.GET('/api/{environment}/links/{id}/timeline', linkAt(id));
  if (!data) throw new Error(`No timeline: HTTP ${response.status}`);
  return data.entries;
}

/** The link as the console shows it now. */
export async function readLink(client: TestClient, id: string): Promise<Schemas['Payment']> {
  const { data, response } = await client.GET('/api/{environment}/links/{id}', linkAt(id));
  if (!data) throw new Error(`No link: HTTP ${response.status}`);
  return data;
}

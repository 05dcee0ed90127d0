import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';

type Schemas = components['schemas'];
export type Destination = Schemas['Destination'];
export type DestinationInput = Schemas['DestinationInput'];
export type DestinationWithSecret = Schemas['DestinationWithSecret'];

/** What waits grows and shrinks by itself; no event tells of it. */
const REFRESH_MS = 10_000;

/** The merchant's systems that callbacks are sent on to. */
export function destinationsQuery(environment: EnvironmentName) {
  return queryOptions({
    queryKey: keys.destinations(environment),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/destinations', { params: { path: { environment } }, signal })),
    refetchInterval: REFRESH_MS,
  });
}

/** The same where their names alone are needed, which nobody has to watch. */
export function destinationNamesQuery(environment: EnvironmentName) {
  return queryOptions({ ...destinationsQuery(environment), refetchInterval: false });
}

/** One more destination; its secret is in this answer alone. Throws invalid-request and destination-not-allowed. */
export function createDestination(
  environment: EnvironmentName,
  input: DestinationInput,
): Promise<DestinationWithSecret> {
  return unwrap(api.POST('/api/{environment}/destinations', { params: { path: { environment } }, body: input }));
}

/** Changes name, address or what is sent. Throws as `createDestination`. */
export function updateDestination(
  environment: EnvironmentName,
  destinationId: string,
  input: DestinationInput,
): Promise<Destination> {
  const params = { path: { environment, destinationId } };
  return unwrap(api.PUT('/api/{environment}/destinations/{destinationId}', { params, body: input }));
}

/** Sends nothing more there; what was sent stays known. */
export async function deleteDestination(environment: EnvironmentName, destinationId: string): Promise<void> {
  const params = { path: { environment, destinationId } };
  await unwrap(api.DELETE('/api/{environment}/destinations/{destinationId}', { params }));
}

/** Holds back what is due until somebody resumes. */
export function pauseDestination(environment: EnvironmentName, destinationId: string): Promise<Destination> {
  const params = { path: { environment, destinationId } };
  return unwrap(api.POST('/api/{environment}/destinations/{destinationId}/pause', { params }));
}

/** Goes on sending, oldest first. */
export function resumeDestination(environment: EnvironmentName, destinationId: string): Promise<Destination> {
  const params = { path: { environment, destinationId } };
  return unwrap(api.POST('/api/{environment}/destinations/{destinationId}/resume', { params }));
}

/** A new secret, in this answer alone; the old one signs too for 24 hours. */
export function rotateDestinationSecret(
  environment: EnvironmentName,
  destinationId: string,
): Promise<DestinationWithSecret> {
  const params = { path: { environment, destinationId } };
  return unwrap(api.POST('/api/{environment}/destinations/{destinationId}/rotate-secret', { params }));
}

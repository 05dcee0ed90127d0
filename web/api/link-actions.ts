import type { QueryClient } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';
import type { Link } from './links.ts';

export type CreateLinkInput = components['schemas']['CreateLinkInput'];

/**
 * Creates a link, or finds the one that this key has created already; `creating` when the outcome is not known yet.
 * Throws invalid-request (with field errors), reference-taken, provider-declined, provider-unavailable and others.
 */
export function createLink(
  environment: EnvironmentName,
  input: CreateLinkInput,
  idempotencyKey: string,
): Promise<Link> {
  const params = { path: { environment }, header: { 'Idempotency-Key': idempotencyKey } };
  return unwrap(api.POST('/api/{environment}/links', { params, body: input }));
}

/** Reads the link at its provider now. */
export function refreshLink(environment: EnvironmentName, id: string): Promise<Link> {
  return unwrap(api.POST('/api/{environment}/links/{id}/refresh', { params: { path: { environment, id } } }));
}

/** Asks the provider to send its latest callback again; the callback itself comes later. */
export function resendLinkCallback(environment: EnvironmentName, id: string): Promise<Link> {
  return unwrap(api.POST('/api/{environment}/links/{id}/resend-callback', { params: { path: { environment, id } } }));
}

/** Deletes the link at its provider. `confirm` is the reference as the person typed it; production demands it. */
export function deleteLink(environment: EnvironmentName, id: string, confirm: string | null): Promise<Link> {
  const query = confirm === null ? {} : { confirm };
  return unwrap(api.DELETE('/api/{environment}/links/{id}', { params: { path: { environment, id }, query } }));
}

/**
 * Shows what an action has answered, unless something newer is known already, and reads again what follows from it.
 * Resolves when the timeline, where it is open, tells of the action too.
 */
export function takeAnswer(queryClient: QueryClient, environment: EnvironmentName, link: Link): Promise<void> {
  queryClient.setQueryData<Link>(keys.link(environment, link.id), (known) =>
    known && known.version > link.version ? known : link,
  );
  void queryClient.invalidateQueries({ queryKey: keys.linkPages(environment) });
  void queryClient.invalidateQueries({ queryKey: keys.allLinkTotals(environment) });
  return queryClient.invalidateQueries({ queryKey: keys.linkTimeline(environment, link.id) });
}

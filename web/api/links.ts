import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys, type LinkFilters, type LinkSearch } from './keys.ts';

export type LinkRow = components['schemas']['LinkRow'];
export type LinkPage = components['schemas']['LinkPage'];
export type Link = components['schemas']['Link'];
export type LinkTotals = components['schemas']['LinkTotals'];
export type LookUpResult = components['schemas']['LookUpResult'];
export type ImportInput = components['schemas']['ImportInput'];

/** One page of a search. The rows of the search before stay while the next one loads. */
export function linkPageQuery(environment: EnvironmentName, search: LinkSearch) {
  return queryOptions({
    queryKey: keys.linkPage(environment, search),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/links', { params: { path: { environment }, query: search }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** How many links a search finds; exact up to 10,000. */
export function linkTotalsQuery(environment: EnvironmentName, filters: LinkFilters) {
  return queryOptions({
    queryKey: keys.linkTotals(environment, filters),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/link-totals', { params: { path: { environment }, query: filters }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Everything the ledger believes of one link. */
export function linkQuery(environment: EnvironmentName, id: string) {
  return queryOptions({
    queryKey: keys.link(environment, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/links/{id}', { params: { path: { environment, id } }, signal })),
  });
}

/** What was said and done about one link, newest first. */
export function linkTimelineQuery(environment: EnvironmentName, id: string) {
  return queryOptions({
    queryKey: keys.linkTimeline(environment, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/links/{id}/timeline', { params: { path: { environment, id } }, signal })),
  });
}

/** Asks the providers for a link that the ledger does not know. Changes nothing, so it is a query, though a POST. */
export function linkLookUpQuery(environment: EnvironmentName, value: string) {
  return queryOptions({
    queryKey: keys.linkLookUp(environment, value),
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/{environment}/link-lookups', { params: { path: { environment } }, body: { value }, signal }),
      ),
    staleTime: 60_000,
    retry: false,
  });
}

/** Reads a link at its provider and adds it to the ledger. */
export function importLink(environment: EnvironmentName, input: ImportInput): Promise<Link> {
  return unwrap(api.POST('/api/{environment}/link-imports', { params: { path: { environment } }, body: input }));
}

import type { components, operations } from '../../openapi/generated/console.ts';

export type EnvironmentName = components['schemas']['EnvironmentName'];
export type LinkSearch = NonNullable<operations['searchLinks']['parameters']['query']>;

/** What a search asks for, whichever page and order it is shown in. */
export type LinkFilters = Omit<LinkSearch, 'cursor' | 'sort' | 'limit'>;

/** Every key of the query cache. A shorter key is the beginning of the longer ones, so it invalidates them too. */
export const keys = {
  session: ['session'] as const,
  links: (environment: EnvironmentName) => ['links', environment] as const,
  linkPages: (environment: EnvironmentName) => ['links', environment, 'page'] as const,
  linkPage: (environment: EnvironmentName, search: LinkSearch) => ['links', environment, 'page', search] as const,
  allLinkTotals: (environment: EnvironmentName) => ['links', environment, 'totals'] as const,
  linkTotals: (environment: EnvironmentName, filters: LinkFilters) =>
    ['links', environment, 'totals', filters] as const,
  link: (environment: EnvironmentName, id: string) => ['links', environment, 'link', id] as const,
  linkTimeline: (environment: EnvironmentName, id: string) => ['links', environment, 'link', id, 'timeline'] as const,
  linkLookUp: (environment: EnvironmentName, value: string) => ['links', environment, 'look-up', value] as const,
};

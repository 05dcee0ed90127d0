import { queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';

export type Overview = components['schemas']['Overview'];
export type PaidPeriod = components['schemas']['PaidPeriod'];
export type PaidDay = components['schemas']['PaidDay'];
export type PaidGroup = components['schemas']['PaidGroup'];
export type ExpectedSettlement = components['schemas']['ExpectedSettlement'];

/** What is compared moves on with the clock, and "today" ends at midnight, also when no payment changes. */
const REFRESH_MS = 60_000;

/** What was paid, what waits for settlement, what needs a person and what happened lately. */
export function overviewQuery(environment: EnvironmentName) {
  return queryOptions({
    queryKey: keys.overview(environment),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/overview', { params: { path: { environment } }, signal })),
    refetchInterval: REFRESH_MS,
  });
}

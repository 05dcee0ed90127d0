import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type CallbackSearch, type EnvironmentName, keys } from './keys.ts';

type Schemas = components['schemas'];
export type CallbackRow = Schemas['CallbackRow'];
export type CallbackPage = Schemas['CallbackPage'];
export type Callback = Schemas['Callback'];
export type CallbackDifference = Schemas['CallbackDifference'];
export type CallbackHealth = Schemas['CallbackHealth'];
export type Delivery = Schemas['Delivery'];
export type DeliveryAttempt = Schemas['DeliveryAttempt'];

/** Backlogs and silence move on with the clock, also when nothing arrives. */
const HEALTH_REFRESH_MS = 30_000;

/** One page of a search of callbacks, newest first. The rows of the search before stay while the next one loads. */
export function callbackPageQuery(environment: EnvironmentName, search: CallbackSearch) {
  return queryOptions({
    queryKey: keys.callbackPage(environment, search),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/callbacks', { params: { path: { environment }, query: search }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** Which callback is sent when the latest of a payment goes to a destination; null when none can be. */
export function latestCallbackQuery(environment: EnvironmentName, paymentId: string) {
  return queryOptions({
    queryKey: keys.latestCallback(environment, paymentId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/payments/{id}/latest-callback', {
          params: { path: { environment, id: paymentId } },
          signal,
        }),
      ),
  });
}

/** One callback: what arrived, what we read from it, how it differs, where it was sent on. */
export function callbackQuery(environment: EnvironmentName, callbackId: string) {
  return queryOptions({
    queryKey: keys.callback(environment, callbackId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/callbacks/{callbackId}', { params: { path: { environment, callbackId } }, signal }),
      ),
  });
}

/** Whether callbacks come in, are understood and go out. */
export function callbackHealthQuery(environment: EnvironmentName) {
  return queryOptions({
    queryKey: keys.callbackHealth(environment),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/callback-health', { params: { path: { environment } }, signal })),
    refetchInterval: HEALTH_REFRESH_MS,
  });
}

/** Reads a parked callback again; answers what became of it. */
export function processCallback(environment: EnvironmentName, callbackId: string): Promise<Callback> {
  const params = { path: { environment, callbackId } };
  return unwrap(api.POST('/api/{environment}/callbacks/{callbackId}/process', { params }));
}

/** Puts a callback into the queue of a destination once more, as it arrived. Throws destination-not-allowed. */
export function deliverCallback(
  environment: EnvironmentName,
  callbackId: string,
  destinationId: string,
): Promise<Delivery> {
  const params = { path: { environment, callbackId } };
  return unwrap(api.POST('/api/{environment}/callbacks/{callbackId}/deliver', { params, body: { destinationId } }));
}

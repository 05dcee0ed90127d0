import { keepPreviousData, queryOptions, skipToken } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';

type Schemas = components['schemas'];
export type ResendOrder = Schemas['ResendOrder'];
export type ResendOrderInput = Schemas['ResendOrderInput'];
export type ResendPreview = Schemas['ResendPreview'];
export type ResendItem = Schemas['ResendItem'];

/** An order moves on by itself; no event tells of it. */
const WHILE_RUNNING_MS = 1_500;
/** Somebody else may make or move one. */
const OTHERWISE_MS = 30_000;

/** Whether the order sends by itself, without a person. */
export function isSending({ state }: Pick<ResendOrder, 'state'>): boolean {
  return state === 'canary' || state === 'running';
}

type Counts = Pick<
  ResendOrder,
  'count' | 'doneCount' | 'failedCount' | 'unknownCount' | 'skippedCount' | 'cancelledCount'
>;

/** How many of its items have their result. */
export function endedCountOf(order: Counts): number {
  const { doneCount, failedCount, unknownCount, skippedCount, cancelledCount } = order;
  return doneCount + failedCount + unknownCount + skippedCount + cancelledCount;
}

/** How many of its items have no result yet. */
export const leftCountOf = (order: Counts): number => order.count - endedCountOf(order);

/** One page of the orders of an environment, newest first. The page before stays while the next one loads. */
export function resendOrderPageQuery(environment: EnvironmentName, cursor: string | null) {
  return queryOptions({
    queryKey: keys.resendOrderPage(environment, cursor),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/resend-orders', {
          params: { path: { environment }, query: cursor === null ? {} : { cursor } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.items.some(isSending) ? WHILE_RUNNING_MS : OTHERWISE_MS),
  });
}

/** One order and how far it is, read again often while it sends. */
export function resendOrderQuery(environment: EnvironmentName, orderId: string) {
  return queryOptions({
    queryKey: keys.resendOrder(environment, orderId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/resend-orders/{orderId}', { params: { path: { environment, orderId } }, signal }),
      ),
    refetchInterval: ({ state }) => (state.data && !isSending(state.data) ? OTHERWISE_MS : WHILE_RUNNING_MS),
  });
}

/**
 * One page of the results, in the order of sending. Whatever is seen of the order, the results are read again after it: what
 * came last would else never be seen, because an order that has stopped is not followed.
 */
export function resendItemsQuery(environment: EnvironmentName, order: ResendOrder, cursor: string | null) {
  return queryOptions({
    queryKey: keys.resendItems(environment, order.id, cursor, `${order.state} ${endedCountOf(order)}`),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/resend-orders/{orderId}/items', {
          params: { path: { environment, orderId: order.id }, query: cursor === null ? {} : { cursor } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // Nobody asks again for how it was earlier.
    gcTime: 0,
    refetchInterval: isSending(order) ? WHILE_RUNNING_MS * 2 : false,
  });
}

/** Where a browser downloads all results of an order. */
export function resendCsvAddress(environment: EnvironmentName, orderId: string): string {
  return `/api/${environment}/resend-orders/${orderId}/items.csv`;
}

/** How many callbacks an order would send, and how long it would take. Sends nothing; of no input nothing is asked. */
export function resendPreviewQuery(environment: EnvironmentName, input: ResendOrderInput | null) {
  return queryOptions({
    queryKey: keys.resendPreview(environment, input),
    queryFn:
      input === null
        ? skipToken
        : ({ signal }) =>
            unwrap(
              api.POST('/api/{environment}/resend-previews', {
                params: { path: { environment } },
                body: input,
                signal,
              }),
            ),
  });
}

/** Makes an order and sends its first item; the same key never makes a second one. */
export function createResendOrder(
  environment: EnvironmentName,
  input: ResendOrderInput,
  idempotencyKey: string,
): Promise<ResendOrder> {
  const params = { path: { environment }, header: { 'Idempotency-Key': idempotencyKey } };
  return unwrap(api.POST('/api/{environment}/resend-orders', { params, body: input }));
}

/** What a person can do with an order that is there. */
export type ResendStep = 'continue' | 'pause' | 'resume' | 'cancel';

/** Takes one step with an order; throws resend-not-allowed where its state has no such step. */
export function stepResendOrder(environment: EnvironmentName, orderId: string, step: ResendStep): Promise<ResendOrder> {
  const params = { path: { environment, orderId } };
  const calls: Record<ResendStep, () => Promise<ResendOrder>> = {
    continue: () => unwrap(api.POST('/api/{environment}/resend-orders/{orderId}/continue', { params })),
    pause: () => unwrap(api.POST('/api/{environment}/resend-orders/{orderId}/pause', { params })),
    resume: () => unwrap(api.POST('/api/{environment}/resend-orders/{orderId}/resume', { params })),
    cancel: () => unwrap(api.POST('/api/{environment}/resend-orders/{orderId}/cancel', { params })),
  };
  return calls[step]();
}

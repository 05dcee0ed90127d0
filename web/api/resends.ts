import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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

/** The orders of an environment, newest first. */
export function resendOrdersQuery(environment: EnvironmentName) {
  return queryOptions({
    queryKey: keys.resendOrders(environment),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/resend-orders', { params: { path: { environment } }, signal })),
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

/** One page of the results, in the order of sending; `isMoving` while there are more to come. */
export function resendItemsQuery(
  environment: EnvironmentName,
  orderId: string,
  cursor: string | null,
  isMoving: boolean,
) {
  return queryOptions({
    queryKey: keys.resendItems(environment, orderId, cursor),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/resend-orders/{orderId}/items', {
          params: { path: { environment, orderId }, query: cursor === null ? {} : { cursor } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    refetchInterval: isMoving ? WHILE_RUNNING_MS * 2 : false,
  });
}

/** Where a browser downloads all results of an order. */
export function resendCsvAddress(environment: EnvironmentName, orderId: string): string {
  return `/api/${environment}/resend-orders/${orderId}/items.csv`;
}

/** How many callbacks an order would send, and how long it would take. Sends nothing. */
export function previewResendOrder(environment: EnvironmentName, input: ResendOrderInput): Promise<ResendPreview> {
  return unwrap(api.POST('/api/{environment}/resend-previews', { params: { path: { environment } }, body: input }));
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

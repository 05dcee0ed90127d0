import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys, type LookUpInput, type PaymentFilters, type PaymentSearch } from './keys.ts';

export type PaymentRow = components['schemas']['PaymentRow'];
export type PaymentPage = components['schemas']['PaymentPage'];
export type Payment = components['schemas']['Payment'];
export type PaymentTotals = components['schemas']['PaymentTotals'];
export type ActionReason = components['schemas']['ActionReason'];
export type LookUpKey = components['schemas']['LookUpKey'];
export type LookUpResult = components['schemas']['LookUpResult'];
export type ImportInput = components['schemas']['ImportInput'];

/** One page of a search. The rows of the search before stay while the next one loads. */
export function paymentPageQuery(environment: EnvironmentName, search: PaymentSearch) {
  return queryOptions({
    queryKey: keys.paymentPage(environment, search),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/payments', { params: { path: { environment }, query: search }, signal })),
    placeholderData: keepPreviousData,
  });
}

/** How many payments a search finds; exact up to 10,000. */
export function paymentTotalsQuery(environment: EnvironmentName, filters: PaymentFilters) {
  return queryOptions({
    queryKey: keys.paymentTotals(environment, filters),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/payment-totals', { params: { path: { environment }, query: filters }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
}

/** Everything the ledger believes of one payment. */
export function paymentQuery(environment: EnvironmentName, id: string) {
  return queryOptions({
    queryKey: keys.payment(environment, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/payments/{id}', { params: { path: { environment, id } }, signal })),
  });
}

/** What was said and done about one payment, newest first. */
export function paymentTimelineQuery(environment: EnvironmentName, id: string) {
  return queryOptions({
    queryKey: keys.paymentTimeline(environment, id),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/{environment}/payments/{id}/timeline', { params: { path: { environment, id } }, signal })),
  });
}

/** Asks the providers for a payment that the ledger does not know. Changes nothing, so it is a query, though a POST. */
export function paymentLookUpQuery(environment: EnvironmentName, input: LookUpInput) {
  return queryOptions({
    queryKey: keys.paymentLookUp(environment, input),
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/{environment}/payment-lookups', { params: { path: { environment } }, body: input, signal }),
      ),
    staleTime: 60_000,
    retry: false,
  });
}

/** Reads a payment at its provider and adds it to the ledger. */
export function importPayment(environment: EnvironmentName, input: ImportInput): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/payment-imports', { params: { path: { environment } }, body: input }));
}

/** The QR image of a payment, which the server fetches from its provider. It never changes. */
export function paymentQrQuery(environment: EnvironmentName, id: string) {
  return queryOptions({
    queryKey: keys.paymentQr(environment, id),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/{environment}/payments/{id}/qr', {
          params: { path: { environment, id } },
          parseAs: 'blob',
          signal,
        }),
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

import type { components, operations } from '../../openapi/generated/console.ts';

export type EnvironmentName = components['schemas']['EnvironmentName'];
export type PaymentKind = components['schemas']['PaymentKind'];
export type PaymentSearch = NonNullable<operations['searchPayments']['parameters']['query']>;
export type CallbackSearch = NonNullable<operations['searchCallbacks']['parameters']['query']>;
export type LookUpInput = components['schemas']['LookUpInput'];

/** What a search asks for, whichever page and order it is shown in. */
export type PaymentFilters = Omit<PaymentSearch, 'cursor' | 'sort' | 'limit'>;

export type CallbackFilters = Omit<CallbackSearch, 'cursor' | 'limit'>;

/** Every key of the query cache. A shorter key is the beginning of the longer ones, so it invalidates them too. */
export const keys = {
  session: ['session'] as const,
  payments: (environment: EnvironmentName) => ['payments', environment] as const,
  paymentPages: (environment: EnvironmentName) => ['payments', environment, 'page'] as const,
  paymentPage: (environment: EnvironmentName, search: PaymentSearch) =>
    ['payments', environment, 'page', search] as const,
  allPaymentTotals: (environment: EnvironmentName) => ['payments', environment, 'totals'] as const,
  paymentTotals: (environment: EnvironmentName, filters: PaymentFilters) =>
    ['payments', environment, 'totals', filters] as const,
  payment: (environment: EnvironmentName, id: string) => ['payments', environment, 'payment', id] as const,
  paymentTimeline: (environment: EnvironmentName, id: string) =>
    ['payments', environment, 'payment', id, 'timeline'] as const,
  /** Not below `payment`: the image stays the same whatever becomes of the payment. */
  paymentQr: (environment: EnvironmentName, id: string) => ['payment-qr', environment, id] as const,
  paymentLookUp: (environment: EnvironmentName, input: LookUpInput) =>
    ['payments', environment, 'look-up', input] as const,
  /** Below `payments`, so that an import and live events bring the figures up to date too. */
  overview: (environment: EnvironmentName) => ['payments', environment, 'overview'] as const,
  importRuns: (environment: EnvironmentName) => ['import-runs', environment] as const,
  callbacks: (environment: EnvironmentName) => ['callbacks', environment] as const,
  callbackPages: (environment: EnvironmentName) => ['callbacks', environment, 'page'] as const,
  callbackPage: (environment: EnvironmentName, search: CallbackSearch) =>
    ['callbacks', environment, 'page', search] as const,
  /** All of them that somebody looks at or has looked at. */
  openCallbacks: (environment: EnvironmentName) => ['callbacks', environment, 'callback'] as const,
  callback: (environment: EnvironmentName, id: string) => ['callbacks', environment, 'callback', id] as const,
  latestCallback: (environment: EnvironmentName, paymentId: string) =>
    ['callbacks', environment, 'latest', paymentId] as const,
  /** Below `callbacks`, so that what is read again after a break brings it up to date too. */
  callbackHealth: (environment: EnvironmentName) => ['callbacks', environment, 'health'] as const,
  destinations: (environment: EnvironmentName) => ['destinations', environment] as const,
  resendOrders: (environment: EnvironmentName) => ['resend-orders', environment] as const,
  resendOrderPages: (environment: EnvironmentName) => ['resend-orders', environment, 'page'] as const,
  resendOrderPage: (environment: EnvironmentName, cursor: string | null) =>
    ['resend-orders', environment, 'page', cursor] as const,
  resendOrder: (environment: EnvironmentName, id: string) => ['resend-orders', environment, 'order', id] as const,
  resendPreview: (environment: EnvironmentName, input: object | null) =>
    ['resend-previews', environment, input] as const,
  /** `asOf`: how far the order was. */
  resendItems: (environment: EnvironmentName, id: string, cursor: string | null, asOf: string) =>
    ['resend-orders', environment, 'order', id, 'items', cursor, asOf] as const,
};

import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import type { EnvironmentName } from './keys.ts';
import type { Payment } from './payments.ts';

export type CreateLinkInput = components['schemas']['CreateLinkInput'];
export type CreateRoutingInput = components['schemas']['CreateRoutingInput'];
export type CreateOneTimePaymentInput = components['schemas']['CreateOneTimePaymentInput'];

// Each of these creates a payment, or finds the one that this key has created already; `creating` when the outcome is
// not known yet. They throw invalid-request (with field errors), reference-taken, provider-declined (with the provider's
// code), provider-unavailable and others.

function paramsOf(environment: EnvironmentName, idempotencyKey: string) {
  return { path: { environment }, header: { 'Idempotency-Key': idempotencyKey } };
}

/** A payment link at REM or Fazz. */
export function createLink(environment: EnvironmentName, input: CreateLinkInput, key: string): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/links', { params: paramsOf(environment, key), body: input }));
}

/** A QRIS payment routing at REM. */
export function createRouting(environment: EnvironmentName, input: CreateRoutingInput, key: string): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/routings', { params: paramsOf(environment, key), body: input }));
}

/** A payment at Fazz with one method. */
export function createOneTimePayment(
  environment: EnvironmentName,
  input: CreateOneTimePaymentInput,
  key: string,
): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/one-time-payments', { params: paramsOf(environment, key), body: input }));
}

import type { QueryClient } from '@tanstack/react-query';
import type { components } from '../../openapi/generated/console.ts';
import { api, unwrap } from './client.ts';
import { type EnvironmentName, keys } from './keys.ts';
import type { Payment } from './payments.ts';

export type SimulationInput = components['schemas']['SimulationInput'];
export type SimulationResult = components['schemas']['SimulationResult'];
export type SimulationStep = SimulationInput['step'];

/** Reads the payment at its provider now. */
export function refreshPayment(environment: EnvironmentName, id: string): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/payments/{id}/refresh', { params: { path: { environment, id } } }));
}

/** Asks the provider to send its latest callback again; the callback itself comes later. */
export function resendPaymentCallback(environment: EnvironmentName, id: string): Promise<Payment> {
  const params = { path: { environment, id } };
  return unwrap(api.POST('/api/{environment}/payments/{id}/resend-callback', { params }));
}

/** Deletes the payment at its provider. `confirm` is the reference as the person typed it; production demands it. */
export function deletePayment(environment: EnvironmentName, id: string, confirm: string | null): Promise<Payment> {
  const query = confirm === null ? {} : { confirm };
  return unwrap(api.DELETE('/api/{environment}/payments/{id}', { params: { path: { environment, id }, query } }));
}

/** Says that a person has looked at what contradicts itself in the payment. */
export function acknowledgePayment(environment: EnvironmentName, id: string): Promise<Payment> {
  return unwrap(api.POST('/api/{environment}/payments/{id}/acknowledge', { params: { path: { environment, id } } }));
}

/** Has the providers pretend that at most 50 payments were paid or settled; tells of each by itself what became of it. */
export function simulatePayments(environment: EnvironmentName, input: SimulationInput): Promise<SimulationResult> {
  return unwrap(api.POST('/api/{environment}/payment-simulations', { params: { path: { environment } }, body: input }));
}

/**
 * Shows what an action has answered, unless something newer is known already, and reads again what follows from it.
 * Resolves when the timeline, where it is open, tells of the action too.
 */
export function takeAnswer(queryClient: QueryClient, environment: EnvironmentName, payment: Payment): Promise<void> {
  queryClient.setQueryData<Payment>(keys.payment(environment, payment.id), (known) =>
    known && known.version > payment.version ? known : payment,
  );
  void queryClient.invalidateQueries({ queryKey: keys.paymentPages(environment) });
  void queryClient.invalidateQueries({ queryKey: keys.allPaymentTotals(environment) });
  return queryClient.invalidateQueries({ queryKey: keys.paymentTimeline(environment, payment.id) });
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { refreshPayment, type SimulationStep, simulatePayments, takeAnswer } from '../../api/payment-actions.ts';
import type { Payment } from '../../api/payments.ts';

/** Refresh and simulation of one payment. Nothing is shown as done before the server has said so. */
export function usePaymentActions({ id }: Payment, environment: EnvironmentName) {
  const queryClient = useQueryClient();
  const onSuccess = (payment: Payment) => takeAnswer(queryClient, environment, payment);
  // A refusal is an entry of the timeline too.
  const onError = () => queryClient.invalidateQueries({ queryKey: keys.payment(environment, id) });
  const refresh = useMutation({ mutationFn: () => refreshPayment(environment, id), onSuccess, onError });
  const simulate = useMutation({
    mutationFn: async (step: SimulationStep) => {
      const { results } = await simulatePayments(environment, { ids: [id], step });
      return results[0] ?? null;
    },
    onSuccess: (result) => (result?.payment ? onSuccess(result.payment) : onError()),
    onError,
  });
  return { refresh, simulate };
}

type Actions = ReturnType<typeof usePaymentActions>;
export type Refresh = Actions['refresh'];
export type Simulate = Actions['simulate'];

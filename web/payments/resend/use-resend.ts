import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { resendPaymentCallback, takeAnswer } from '../../api/payment-actions.ts';

/** Asks the provider to send its latest callback about a payment again. Nothing is shown as done before the server has said so. */
export function useResend(environment: EnvironmentName) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (paymentId: string) => resendPaymentCallback(environment, paymentId),
    onSuccess: (payment) => takeAnswer(queryClient, environment, payment),
    // A refusal is an entry of the timeline too.
    onError: (_error, paymentId) => queryClient.invalidateQueries({ queryKey: keys.payment(environment, paymentId) }),
    // What may be done with an open callback. Lists of them stay as they are: what comes is told there as new.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.openCallbacks(environment) }),
  });
}

export type Resend = ReturnType<typeof useResend>;

import { useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import type { PaymentPage, PaymentRow } from '../../api/payments.ts';

/** The row that the table shows of a payment, so that amount, state and person stand at once while the rest loads. */
export function useKnownRow(environment: EnvironmentName, id: string): PaymentRow | null {
  const pages = useQueryClient().getQueriesData<PaymentPage>({ queryKey: keys.paymentPages(environment) });
  for (const [, page] of pages) {
    const row = page?.items.find((item) => item.id === id);
    if (row) return row;
  }
  return null;
}

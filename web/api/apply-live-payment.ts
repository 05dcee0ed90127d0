import type { QueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from './keys.ts';
import type { Payment, PaymentPage, PaymentRow } from './payments.ts';
import { putLiveRow } from './put-live-row.ts';

/** The page with the row in its place renewed; the same page when it does not hold the row, or holds a newer one. */
export function withRow(page: PaymentPage, row: PaymentRow): PaymentPage {
  const index = page.items.findIndex(({ id, version }) => id === row.id && version < row.version);
  return index < 0 ? page : { ...page, items: page.items.with(index, row) };
}

/** Puts a change that arrived live wherever the row is known; nothing moves. The open payment and its timeline are read again. */
export function applyLivePayment(queryClient: QueryClient, environment: EnvironmentName, row: PaymentRow): void {
  putLiveRow<PaymentPage>(queryClient, keys.paymentPages(environment), (page) => withRow(page, row));
  queryClient.setQueryData<Payment>(keys.payment(environment, row.id), (payment) =>
    payment && payment.version < row.version ? { ...payment, ...row } : payment,
  );
  void queryClient.invalidateQueries({ queryKey: keys.payment(environment, row.id) });
}

import { paymentColumns } from '../../payments/cells/payment-columns.tsx';
import type { ListView } from '../../payments/kind-view.ts';

/** Payments of every kind in one list; the figures of the overview lead here. */
export const allPaymentsView: ListView = {
  kind: null,
  place: 'payments',
  columns: paymentColumns('payment', 'kind', 'amount', 'status', 'method', 'settlement', 'created'),
  filters: ['kind', 'status', 'settlement', 'provider', 'method', 'created', 'paid', 'attention'],
  simulatesSeveral: [],
};

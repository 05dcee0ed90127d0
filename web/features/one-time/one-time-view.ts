import { paymentColumns } from '../../payments/cells/payment-columns.tsx';
import type { KindView } from '../../payments/kind-view.ts';

/** One-time payments of Fazz (fazz-one-time-payment): one method, chosen when it is made. */
export const oneTimeView: KindView = {
  kind: 'one-time',
  place: 'one-time',
  columns: paymentColumns('reference', 'amount', 'status', 'method', 'settlement', 'created'),
  filters: ['status', 'settlement', 'method', 'created', 'paid'],
  simulatesSeveral: ['payment', 'settlement'],
  // Fazz reads a payment by its own id (providers.md B.3).
  lookUpKeys: ['providerPaymentId'],
  facts: [
    'knownFrom',
    'reference',
    'providerPaymentId',
    'method',
    'paidAmount',
    'providerFee',
    'net',
    'paidAt',
    'expires',
  ],
  moreFacts: [
    'settlement',
    'accountNumber',
    'paymentCode',
    'displayName',
    'receiptNumber',
    'created',
    'ended',
    'createdBy',
    'origin',
    'providerStatus',
  ],
  providers: { fazz: ['payment', 'settlement'] },
  page: null,
};

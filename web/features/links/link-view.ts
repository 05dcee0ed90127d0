import { paymentColumns } from '../../payments/cells/payment-columns.tsx';
import type { KindView } from '../../payments/kind-view.ts';

/** Payment links: hosted pages of REM (payment-checkout) and Fazz (payment_links) where the customer chooses how to pay. */
export const linkView: KindView = {
  kind: 'link',
  place: 'links',
  columns: paymentColumns('customer', 'amount', 'status', 'method', 'settlement', 'created'),
  filters: ['status', 'settlement', 'provider', 'method', 'created'],
  simulatesSeveral: [],
  lookUpKeys: ['reference', 'paymentReferenceNumber', 'providerPaymentId'],
  facts: [
    'knownFrom',
    'reference',
    'providerPaymentId',
    'receiptNumber',
    'txRefNumber',
    'method',
    'paidAmount',
    'paidAt',
    'expires',
    'contact',
    'page',
  ],
  moreFacts: [
    'settlement',
    'payer',
    'payerNote',
    'notes',
    'openAmount',
    'feePayer',
    'offered',
    'banks',
    'displayName',
    'created',
    'ended',
    'createdBy',
    'origin',
    'providerStatus',
  ],
  // REM simulates its routings alone (rem-payment-routing, Simulate Staging Callback); Fazz both (providers.md B.2).
  providers: { rem: [], fazz: ['payment', 'settlement'] },
  page: 'payer-page',
};

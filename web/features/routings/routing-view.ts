import { paymentColumns } from '../../payments/cells/payment-columns.tsx';
import type { KindView } from '../../payments/kind-view.ts';

/** QRIS payment routings of REM (rem-payment-routing): a QR code for one amount, shown here or on a page of REM. */
export const routingView: KindView = {
  kind: 'routing',
  place: 'routings',
  columns: paymentColumns('reference', 'amount', 'status', 'channel', 'expires', 'settlement', 'created'),
  filters: ['status', 'settlement', 'created', 'paid'],
  simulatesSeveral: ['payment'],
  // One of the two, never both (rem-payment-routing, Check Status).
  lookUpKeys: ['reference', 'paymentReferenceNumber'],
  facts: [
    'knownFrom',
    'reference',
    'providerPaymentId',
    'receiptNumber',
    'partnerUserId',
    'asked',
    'received',
    'channel',
    'paidAt',
    'expires',
    'contact',
    'page',
  ],
  moreFacts: ['settlement', 'txRefNumber', 'payer', 'created', 'ended', 'createdBy', 'origin', 'providerStatus'],
  // REM settles by itself.
  providers: { rem: ['payment'] },
  page: 'hosted-qr',
};

import type { Payment } from '../../api/payments.ts';
import type { PayBy } from '../../words/customer-message.ts';

/** What the message to the customer needs to know of a payment. */
export type SharedPayment = Pick<
  Payment,
  'customerName' | 'description' | 'amountIdr' | 'isOpenAmount' | 'expiresAt' | 'emails' | 'phone' | 'contactMasked'
> & { by: PayBy };

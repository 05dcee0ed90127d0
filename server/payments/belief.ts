import type { Payment } from './payment.ts';
import type { Statement } from './statement.ts';

/** What a payment was asked to be, in the words of a statement. Stored with the payment and never changed by what others say. */
export type Order = Partial<
  Pick<
    Statement,
    | 'amountIdr'
    | 'isOpenAmount'
    | 'includeAdminFee'
    | 'customerName'
    | 'description'
    | 'notes'
    | 'emails'
    | 'phone'
    | 'displayName'
    | 'partnerUserId'
    | 'hasHostedPage'
    | 'method'
    | 'channel'
    | 'enabledMethods'
    | 'enabledBanks'
    | 'expiresAt'
  >
>;

/** The facts of a payment that no observation changes. */
export interface Origin {
  reference: string;
  /** When we inserted it; of an imported payment only until its provider says when it was made. */
  createdAt: Date;
  imported: boolean;
  /** Null for an imported payment: then everything comes from observations. */
  order: Order | null;
}

/** The fields of a payment that follow from its origin and its observations. */
export const believedFields = [
  'status',
  'settlement',
  'late',
  'ended',
  'failureCode',
  'failureDetail',
  'failureProviderCode',
  'providerStatus',
  'knownSource',
  'knownAt',
  'confirmedAt',
  'providerPaymentId',
  'url',
  'appUrl',
  'qrImageUrl',
  'accountNumber',
  'paymentCode',
  'amountIdr',
  'paidAmountIdr',
  'feeSen',
  'isOpenAmount',
  'includeAdminFee',
  'customerName',
  'description',
  'notes',
  'emails',
  'phone',
  'displayName',
  'partnerUserId',
  'hasHostedPage',
  'enabledMethods',
  'enabledBanks',
  'method',
  'channel',
  'txRefNumber',
  'paymentReferenceNumber',
  'payerName',
  'payerPhone',
  'payerNote',
  'createdAt',
  'expiresAt',
  'paidAt',
  'settlesAt',
  'settledAt',
] as const satisfies readonly (keyof Payment)[];

export type BelievedField = (typeof believedFields)[number];
export type Belief = Pick<Payment, BelievedField>;

/** It exists at no provider: refused, proved absent, or never reached. */
export const wasNeverCreated = ({ failureCode }: Pick<Belief, 'failureCode'>): boolean =>
  failureCode !== null && failureCode !== 'payment_failed';

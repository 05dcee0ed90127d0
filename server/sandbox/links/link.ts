export type TwinProvider = 'rem' | 'fazz';

/** Where a link stands, in the twin's words; each provider's words are made of them in its own folder. */
export type LinkStatus = 'created' | 'waiting_payment' | 'processing' | 'paid' | 'failed' | 'expired' | 'closed';

export type Settlement = 'none' | 'waiting' | 'success';

export const methods = ['va', 'qris', 'ewallet', 'card', 'bank_transfer', 'retail_outlet'] as const;
export type Method = (typeof methods)[number];

/** What the merchant ordered. Lists hold the provider's own words. */
export interface LinkOrder {
  amountIdr: number;
  isOpenAmount: boolean;
  includeAdminFee: boolean;
  customerName: string;
  description: string | null;
  notes: string | null;
  email: string | null;
  phone: string | null;
  displayName: string | null;
  disabledMethods: string[];
  enabledBanks: string[];
}

/** The method that the payer chose last. */
export interface Choice {
  method: Method;
  /** Bank, wallet or outlet; for QRIS the payer's application, null until it is known. */
  channel: string | null;
  /** What the payer types in or shows: account number, payment code or the content of the QR. */
  code: string | null;
  chosenAt: string;
  lapsesAt: string;
}

export interface Payment {
  txRefNumber: string;
  paidAmountIdr: number;
  /** QRIS only: what stands on the payer's receipt. */
  receiptNumber: string | null;
  /** QRIS only: what the provider keeps of it. */
  paymentReferenceNumber: string | null;
  paidAt: string;
  settlesAt: string;
  settledAt: string | null;
  isRealtime: boolean;
}

/** One payment link as the provider knows it. Instants are RFC 3339 in UTC. */
export interface Link {
  id: string;
  provider: TwinProvider;
  kind: 'link';
  /** partner_tx_id or referenceId. At REM several links may carry the same one. */
  reference: string;
  order: LinkOrder;
  status: LinkStatus;
  settlement: Settlement;
  choice: Choice | null;
  payment: Payment | null;
  payerPhone: string | null;
  payerNote: string | null;
  createdAt: string;
  /** Last change of status. */
  updatedAt: string;
  expiresAt: string;
}

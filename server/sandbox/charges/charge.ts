export type TwinProvider = 'rem' | 'fazz';

/** Where a charge stands, in the twin's words; each provider's words are made of them in its own folder. */
export type ChargeStatus = 'created' | 'waiting_payment' | 'processing' | 'paid' | 'failed' | 'expired' | 'closed';

export type Settlement = 'none' | 'waiting' | 'success';

export const methods = ['va', 'qris', 'ewallet', 'card', 'bank_transfer', 'retail_outlet'] as const;
export type Method = (typeof methods)[number];

/** What the merchant ordered; what a kind does not have is empty. Lists hold the provider's own words. */
export interface Order {
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
  /** As the provider states it. */
  settlesAt: string;
  /** When it really happens, where that is later (scenario settlement_late). */
  settlesLateAt?: string | null;
  settledAt: string | null;
  isRealtime: boolean;
}

/** What every kind has. Instants are RFC 3339 in UTC. */
interface ChargeBase {
  id: string;
  provider: TwinProvider;
  /** partner_tx_id, partner_trx_id or referenceId. At REM several links may carry the same one. */
  reference: string;
  order: Order;
  status: ChargeStatus;
  settlement: Settlement;
  choice: Choice | null;
  payment: Payment | null;
  payerPhone: string | null;
  payerNote: string | null;
  createdAt: string;
  /** Last change of status. */
  updatedAt: string;
  expiresAt: string;
  /** Money that comes unasked: after the end, or a second time (scenarios paid_after_expiry, paid_twice). */
  moneyAt?: string | null;
}

/** A page at which the payer picks a method; both providers have it. */
export interface LinkCharge extends ChargeBase {
  kind: 'link';
}

/** REM's QRIS transaction. */
export interface RoutingCharge extends ChargeBase {
  kind: 'routing';
  partnerUserId: string | null;
  /** REM shows the QR on a page of its own; otherwise the merchant gets the address of its image. */
  hasHostedPage: boolean;
  imageId: string;
}

/** Fazz's payment, whose method the merchant picked. */
export interface OneTimeCharge extends ChargeBase {
  kind: 'one-time';
  methodId: string;
  /** E-wallets: the page to which the payer returns. */
  returnUrl: string | null;
}

/** Something that is to be paid once, as the provider knows it. */
export type Charge = LinkCharge | RoutingCharge | OneTimeCharge;
export type ChargeKind = Charge['kind'];

/** The kinds and what people call them. */
export const kindNames: Record<ChargeKind, string> = {
  link: 'link',
  routing: 'routing',
  'one-time': 'one-time payment',
};
export const kinds = Object.keys(kindNames) as ChargeKind[];

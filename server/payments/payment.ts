import type {
  EnvironmentName,
  FailureCode,
  Method,
  ObservationSource,
  PaymentStatus,
  ProviderName,
  Settlement,
  Statement,
} from './statement.ts';

export type PaymentKind = 'link' | 'routing' | 'one-time';

/** One row of the ledger: what we believe now. Amounts are whole rupiah. */
export interface Payment {
  id: string;
  environment: EnvironmentName;
  kind: PaymentKind;
  provider: ProviderName;
  /** Our id, sent as partner_tx_id or referenceId. */
  reference: string;
  providerPaymentId: string | null;
  status: PaymentStatus;
  settlement: Settlement;
  late: boolean;
  /** It ended unpaid, and its provider lets nothing but money follow. False for a failed attempt at a living link. */
  ended: boolean;
  providerStatus: string | null;
  failureCode: FailureCode | null;
  failureDetail: string | null;
  /** Which source first said that it is paid, and when; null while it is not paid. */
  knownSource: ObservationSource | null;
  knownAt: Date | null;
  /** When a read at the provider first said that it is paid. */
  confirmedAt: Date | null;
  amountIdr: number;
  paidAmountIdr: number | null;
  isOpenAmount: boolean;
  includeAdminFee: boolean;
  customerName: string | null;
  description: string | null;
  notes: string | null;
  emails: string[];
  phone: string | null;
  displayName: string | null;
  enabledMethods: Method[];
  enabledBanks: string[];
  url: string | null;
  method: Method | null;
  channel: string | null;
  txRefNumber: string | null;
  paymentReferenceNumber: string | null;
  payerName: string | null;
  payerPhone: string | null;
  payerNote: string | null;
  createdAt: Date;
  expiresAt: Date | null;
  paidAt: Date | null;
  settlesAt: Date | null;
  settledAt: Date | null;
  imported: boolean;
  createdBy: string | null;
  createdByName: string | null;
  deletingSince: Date | null;
  checkAfter: Date | null;
  checkAttempts: number;
  version: number;
  updatedAt: Date;
}

/** What the ledger keeps of a message: the statement in it, where it came from, and the message itself. */
export interface Observation {
  source: ObservationSource;
  statement: Statement;
  raw: string | null;
  /** Where the message differs from the provider's contract, one sentence each. */
  deviations: string[];
  callbackId?: number;
}

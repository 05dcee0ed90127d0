import type { components } from '../../openapi/generated/console.ts';
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

export type PaymentKind = components['schemas']['PaymentKind'];

/** One row of the ledger: what we believe now. Amounts are whole rupiah. */
export interface Payment {
  id: string;
  environment: EnvironmentName;
  kind: PaymentKind;
  provider: ProviderName;
  /** Our id, sent as partner_tx_id, partner_trx_id or referenceId. */
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
  failureProviderCode: string | null;
  /** Which source first said that it is paid, and when; null while it is not paid. */
  knownSource: ObservationSource | null;
  knownAt: Date | null;
  /** When a read at the provider first said that it is paid. */
  confirmedAt: Date | null;
  amountIdr: number;
  paidAmountIdr: number | null;
  /** What the provider keeps, in hundredths of a rupiah. */
  feeSen: number | null;
  isOpenAmount: boolean;
  includeAdminFee: boolean;
  customerName: string | null;
  description: string | null;
  notes: string | null;
  emails: string[];
  phone: string | null;
  displayName: string | null;
  partnerUserId: string | null;
  hasHostedPage: boolean | null;
  enabledMethods: Method[];
  enabledBanks: string[];
  url: string | null;
  appUrl: string | null;
  qrImageUrl: string | null;
  accountNumber: string | null;
  paymentCode: string | null;
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
  /** When somebody here last had the provider simulate a payment. */
  simulatedAt: Date | null;
  /** When the latest callback about it arrived, whatever it said. */
  calledBackAt: Date | null;
  /** When a statement last contradicted what we believe; null once a person has acknowledged it. */
  contradictedAt: Date | null;
  /** When the oldest unsigned callback arrived that reports money which its provider has neither confirmed nor denied. */
  claimedAt: Date | null;
  /** When the provider is asked next about what an unsigned callback claims; null when nothing is open. */
  confirmAfter: Date | null;
  confirmAttempts: number;
  /** When it should have changed, so that it is worth a read (sweep-after.ts); null when nothing is due ever again. */
  sweepAfter: Date | null;
  version: number;
  updatedAt: Date;
}

/** What the ledger keeps of a message: the statement in it, where it came from, and the message itself. */
export interface Observation {
  source: ObservationSource;
  statement: Statement;
  /** Of a callback: whether it is signed, so that we know who sent it; when absent it is not. */
  isSigned?: boolean;
  /** Of an answer to our question: when we asked. Without it, it denies and overtakes nothing that a callback said. */
  askedAt?: Date;
  raw: string | null;
  /** Where the message differs from the provider's contract, one sentence each. */
  deviations: string[];
  callbackId?: number;
}

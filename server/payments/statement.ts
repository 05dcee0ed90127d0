import type { components } from '../../openapi/generated/console.ts';

type Schemas = components['schemas'];
export type EnvironmentName = Schemas['EnvironmentName'];
export type ProviderName = Schemas['Provider'];
/** Names a provider account: one provider in one environment. */
export interface AccountName {
  environment: EnvironmentName;
  provider: ProviderName;
}
export type PaymentStatus = Schemas['PaymentStatus'];
export type Settlement = Schemas['Settlement'];
export type Method = Schemas['Method'];
export type Failure = Schemas['Failure'];
export type FailureCode = Failure['code'];
export type ObservationSource = Schemas['ObservationSource'];
export type Verdict = Schemas['Verdict'];
export type VerdictReason = Schemas['VerdictReason'];

/**
 * What one message says about one payment, in our words: the only shape in which a provider's statement enters the
 * ledger. Null means that the message says nothing of it. Amounts are whole rupiah; instants are RFC 3339 in UTC.
 */
export interface Statement {
  status: Exclude<PaymentStatus, 'creating'> | null;
  /** True when the provider lets nothing but money follow (expired, deleted, Fazz failed); false for a failed attempt at a living link. */
  isFinal: boolean;
  settlement: Settlement | null;
  /** The provider's own word for the status, as written. */
  providerStatus: string | null;
  /** When the provider says this became so (REM `updated`), null when it does not say. */
  saidAt: string | null;
  failure: Failure | null;
  /** True when the provider says that it knows no such payment; it says nothing else then. */
  isAbsent: true | null;

  providerPaymentId: string | null;
  reference: string | null;
  /** Where the payer pays: a page of the provider or, of an e-wallet payment, of the wallet. */
  url: string | null;
  /** Opens the payer's e-wallet on a telephone. */
  appUrl: string | null;
  /** The image of the QR to pay with, at the provider. */
  qrImageUrl: string | null;
  /** Of a one-time virtual account. */
  accountNumber: string | null;
  /** Of a retail outlet. */
  paymentCode: string | null;
  amountIdr: number | null;
  paidAmountIdr: number | null;
  /** What the provider keeps, in hundredths of a rupiah (Fazz: 116.55). */
  feeSen: number | null;
  isOpenAmount: boolean | null;
  includeAdminFee: boolean | null;
  customerName: string | null;
  description: string | null;
  notes: string | null;
  emails: string[] | null;
  phone: string | null;
  displayName: string | null;
  /** Of a routing: the merchant's own id of the customer (partner_user_id), and whether REM shows the QR on its own page (need_frontend). */
  partnerUserId: string | null;
  hasHostedPage: boolean | null;
  enabledMethods: Method[] | null;
  enabledBanks: string[] | null;
  method: Method | null;
  /** Bank, e-wallet or outlet in our code (bca, ovo, …), or the provider's own word when we have none. */
  channel: string | null;
  txRefNumber: string | null;
  paymentReferenceNumber: string | null;
  payerName: string | null;
  payerPhone: string | null;
  payerNote: string | null;
  createdAt: string | null;
  expiresAt: string | null;
  paidAt: string | null;
  /** When the money will be, or was, available to the merchant; which of both follows from `settlement`. */
  settlesAt: string | null;
}

/** A statement that says nothing; translators fill in what their message says. */
export const silent: Statement = {
  status: null,
  isFinal: false,
  settlement: null,
  providerStatus: null,
  saidAt: null,
  failure: null,
  isAbsent: null,
  providerPaymentId: null,
  reference: null,
  url: null,
  appUrl: null,
  qrImageUrl: null,
  accountNumber: null,
  paymentCode: null,
  amountIdr: null,
  paidAmountIdr: null,
  feeSen: null,
  isOpenAmount: null,
  includeAdminFee: null,
  customerName: null,
  description: null,
  notes: null,
  emails: null,
  phone: null,
  displayName: null,
  partnerUserId: null,
  hasHostedPage: null,
  enabledMethods: null,
  enabledBanks: null,
  method: null,
  channel: null,
  txRefNumber: null,
  paymentReferenceNumber: null,
  payerName: null,
  payerPhone: null,
  payerNote: null,
  createdAt: null,
  expiresAt: null,
  paidAt: null,
  settlesAt: null,
};

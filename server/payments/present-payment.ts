import type { components } from '../../openapi/generated/console.ts';
import { type Ability, paymentActions } from './actions.ts';
import { maskEmail, maskPhone } from './mask-contact.ts';
import type { Payment } from './payment.ts';

type Schemas = components['schemas'];

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** The fields of a payment that a row of a table needs. */
export type RowFields = Pick<Payment, keyof Schemas['PaymentRow']>;

/** A payment as a row of a table shows it: no contacts, the same for everybody. */
export function presentPaymentRow(payment: RowFields): Schemas['PaymentRow'] {
  return {
    id: payment.id,
    kind: payment.kind,
    provider: payment.provider,
    reference: payment.reference,
    status: payment.status,
    late: payment.late,
    settlement: payment.settlement,
    amountIdr: payment.amountIdr,
    paidAmountIdr: payment.paidAmountIdr,
    customerName: payment.customerName,
    description: payment.description,
    method: payment.method,
    channel: payment.channel,
    createdAt: payment.createdAt.toISOString(),
    expiresAt: instant(payment.expiresAt),
    settlesAt: instant(payment.settlesAt),
    settledAt: instant(payment.settledAt),
    simulatedAt: instant(payment.simulatedAt),
    calledBackAt: instant(payment.calledBackAt),
    contradictedAt: instant(payment.contradictedAt),
    claimedAt: instant(payment.claimedAt),
    version: payment.version,
  };
}

/** A payment as its panel shows it to somebody with these permissions; contacts are masked for those who may not read them. */
export function presentPayment(
  payment: Payment,
  permissions: readonly Schemas['Permission'][],
  ability: Ability,
): Schemas['Payment'] {
  const contactMasked = !permissions.includes('contacts.read');
  const phone = (digits: string | null) => (digits !== null && contactMasked ? maskPhone(digits) : digits);
  return {
    ...presentPaymentRow(payment),
    ...wayToPay(payment),
    ...fee(payment),
    providerPaymentId: payment.providerPaymentId,
    partnerUserId: payment.partnerUserId,
    providerStatus: payment.providerStatus,
    isOpenAmount: payment.isOpenAmount,
    includeAdminFee: payment.includeAdminFee,
    notes: payment.notes,
    emails: contactMasked ? payment.emails.map(maskEmail) : payment.emails,
    phone: phone(payment.phone),
    contactMasked,
    displayName: payment.displayName,
    enabledMethods: payment.enabledMethods,
    enabledBanks: payment.enabledBanks,
    txRefNumber: payment.txRefNumber,
    paymentReferenceNumber: payment.paymentReferenceNumber,
    payerName: payment.payerName,
    payerPhone: phone(payment.payerPhone),
    payerNote: payment.payerNote,
    paidAt: instant(payment.paidAt),
    createdBy: payment.createdByName,
    imported: payment.imported,
    failure: failureOf(payment),
    knownFrom: knownFrom(payment),
    actions: paymentActions(payment, permissions, ability),
    updatedAt: payment.updatedAt.toISOString(),
  };
}

/** What a payer needs to pay. The QR of what has ended unpaid is shown to nobody: it would only be paid late. */
function wayToPay(payment: Payment) {
  return {
    url: payment.url,
    appUrl: payment.appUrl,
    hasQr: payment.qrImageUrl !== null && !payment.ended,
    hasHostedPage: payment.hasHostedPage,
    accountNumber: payment.accountNumber,
    paymentCode: payment.paymentCode,
  };
}

/** Reckoned in whole sen, so that 15.000 less 116.55 is 14883.45 and not a ten-thousandth off. */
function fee({ feeSen, amountIdr, paidAmountIdr }: Payment) {
  if (feeSen === null) return { feeIdr: null, netAmountIdr: null };
  const grossIdr = paidAmountIdr ?? amountIdr;
  // Of an imported payment without an amount there is nothing to take the fee from.
  return { feeIdr: feeSen / 100, netAmountIdr: grossIdr === 0 ? null : (grossIdr * 100 - feeSen) / 100 };
}

function failureOf({ failureCode, failureDetail, failureProviderCode }: Payment): Schemas['Failure'] | null {
  return failureCode && { code: failureCode, detail: failureDetail, providerCode: failureProviderCode };
}

function knownFrom({ knownSource, knownAt, confirmedAt }: Payment): Schemas['KnownFrom'] | null {
  if (knownSource === null || knownAt === null) return null;
  return { source: knownSource, at: knownAt.toISOString(), confirmedAt: instant(confirmedAt) };
}

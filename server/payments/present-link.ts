import type { components } from '../../openapi/generated/console.ts';
import { linkActions, type ProviderAbility } from './actions.ts';
import { maskEmail, maskPhone } from './mask-contact.ts';
import type { Payment } from './payment.ts';

type Schemas = components['schemas'];

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A payment as a row of a table shows it: no contacts, the same for everybody. */
export function presentLinkRow(payment: RowFields): Schemas['LinkRow'] {
  return {
    id: payment.id,
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
    version: payment.version,
  };
}

/** The fields of a payment that a row of a table needs. */
export type RowFields = Pick<Payment, keyof Schemas['LinkRow']>;

/** A payment as its panel shows it to somebody with these permissions; contacts are masked for those who may not read them. */
export function presentLink(
  payment: Payment,
  permissions: readonly Schemas['Permission'][],
  provider: ProviderAbility,
): Schemas['Link'] {
  const contactMasked = !permissions.includes('contacts.read');
  const phone = (digits: string | null) => (digits !== null && contactMasked ? maskPhone(digits) : digits);
  return {
    ...presentLinkRow(payment),
    providerLinkId: payment.providerPaymentId,
    url: payment.url,
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
    failure: payment.failureCode && { code: payment.failureCode, detail: payment.failureDetail },
    knownFrom: knownFrom(payment),
    actions: linkActions(payment, permissions, provider),
    updatedAt: payment.updatedAt.toISOString(),
  };
}

function knownFrom({ knownSource, knownAt, confirmedAt }: Payment): Schemas['KnownFrom'] | null {
  if (knownSource === null || knownAt === null) return null;
  return { source: knownSource, at: knownAt.toISOString(), confirmedAt: instant(confirmedAt) };
}

import type { components } from '../../../openapi/generated/rem.ts';
import type { Charge } from '../charges/charge.ts';
import { demoAccount } from '../demo-account.ts';
import { wibIsoLocal, wibLocal } from '../wib.ts';
import { methodFields, statusWords, upperStatusWords } from './link-words.ts';

type Schemas = components['schemas'];

/** The 21 fields that status and callback share (rem-payment-link-status.txt, rem-payment-link.txt). */
export function linkTransaction(link: Charge): Schemas['PaymentLinkTransaction'] {
  const { order, payment } = link;
  return {
    partner_tx_id: link.reference,
    tx_ref_number: payment?.txRefNumber ?? null,
    amount: order.amountIdr,
    sender_name: order.customerName,
    sender_phone: link.payerPhone,
    sender_note: link.payerNote,
    status: statusWords[link.status],
    settlement_type: payment ? (payment.isRealtime ? 'realtime' : 'non_realtime') : null,
    ...methodFields(link.choice),
    created: wibIsoLocal(link.createdAt),
    updated: wibIsoLocal(link.updatedAt),
    payment_received_time: payment && wibIsoLocal(payment.paidAt),
    description: order.description ?? '',
    payment_reference_number: payment?.paymentReferenceNumber ?? null,
    expiration: wibIsoLocal(link.expiresAt),
    due_date: wibIsoLocal(link.expiresAt),
    email: order.email ?? '',
    paid_amount: payment?.paidAmountIdr ?? null,
    settlement_time: payment && wibIsoLocal(payment.settledAt ?? payment.settlesAt),
    settlement_status: payment ? (link.settlement === 'success' ? 'SUCCESS' : 'WAITING') : null,
  };
}

/** The body of GET (rem-payment-link.txt, "get payment data"; formats of providers.md A.6). */
export function linkAsMade(link: Charge): Schemas['PaymentLink'] {
  const { order } = link;
  return {
    partnerTxId: link.reference,
    paymentLinkId: link.id,
    amount: order.amountIdr,
    username: demoAccount.rem.username,
    senderName: order.customerName,
    senderPhoneNumber: link.payerPhone,
    senderNotes: link.payerNote,
    status: upperStatusWords[link.status],
    txRefNumber: link.payment?.txRefNumber ?? null,
    description: order.description ?? '',
    isOpen: order.isOpenAmount,
    notes: order.notes ?? '',
    email: order.email ?? '',
    includeAdminFee: order.includeAdminFee,
    listDisabledPaymentMethods: order.disabledMethods.join(','),
    listEnabledBanks: order.enabledBanks.join(','),
    expirationTime: wibLocal(link.expiresAt),
    due_date: wibLocal(link.expiresAt),
  };
}

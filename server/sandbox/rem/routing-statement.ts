import type { components } from '../../../openapi/generated/rem.ts';
import type { ChargeStatus, RoutingCharge } from '../charges/charge.ts';
import { payerPath, type Twin } from '../twin.ts';
import { wibLocal } from '../wib.ts';

type Schemas = components['schemas'];

/** REM's four words; the other states do not come about (rem-payment-routing.txt, "List of Payment Routing Status"). */
const statusWords: Record<ChargeStatus, Schemas['RoutingPaymentStatus']> = {
  created: 'CREATED',
  waiting_payment: 'WAITING_PAYMENT',
  processing: 'PAYMENT_IN_PROGRESS',
  paid: 'COMPLETE',
  failed: 'PAYMENT_FAILED',
  expired: 'EXPIRED',
  closed: 'EXPIRED',
};

type AddressOf = Twin['addressOf'];

/** The answer of create (rem-payment-routing.txt). */
export const routingAsMade = (routing: RoutingCharge, addressOf: AddressOf) => ({
  status: { code: '000', message: 'Success' },
  trx_id: routing.id,
  partner_trx_id: routing.reference,
  receive_amount: routing.order.amountIdr,
  trx_expiration_time: wibLocal(routing.expiresAt),
  payment_info: whereToPay(routing, addressOf),
  payment_method: 'QRIS',
});

/** The answer of check-status (rem-payment-routing.txt; what its table lacks from its sample and providers.md A.11). */
export const routingStatus = (routing: RoutingCharge, addressOf: AddressOf) => ({
  status: { code: '000', message: 'Success' },
  trx_id: routing.id,
  partner_trx_id: routing.reference,
  ...(routing.partnerUserId && { partner_user_id: routing.partnerUserId }),
  ...(routing.payment?.paymentReferenceNumber && {
    payment_reference_number: routing.payment.paymentReferenceNumber,
  }),
  request_amount: routing.order.amountIdr,
  received_amount: routing.payment?.paidAmountIdr ?? 0,
  ...progress(routing),
  payment_info: whereToPay(routing, addressOf),
  payment_routing: [],
  use_linked_account: false,
});

/** The callback: no `status` object, and the amount by the name and type that receivers need (providers.md A.12). */
export const routingCallback = (routing: RoutingCharge, addressOf: AddressOf) => ({
  trx_id: routing.id,
  partner_trx_id: routing.reference,
  receive_amount: routing.payment?.paidAmountIdr ?? routing.order.amountIdr,
  ...progress(routing),
  payment_info: {
    ...whereToPay(routing, addressOf),
    ...(routing.payment?.paymentReferenceNumber && {
      payment_reference_number: routing.payment.paymentReferenceNumber,
    }),
  },
});

function progress({ status, settlement, expiresAt, hasHostedPage, payment, choice }: RoutingCharge) {
  return {
    payment_status: statusWords[status],
    trx_expiration_time: wibLocal(expiresAt),
    // The time of settlement and its kin are sent only once the status is COMPLETE.
    ...(payment && {
      payment_received_time: wibLocal(payment.paidAt),
      settlement_time: wibLocal(payment.settledAt ?? payment.settlesAt),
      settlement_type: payment.isRealtime ? 'REALTIME' : 'NON_REALTIME',
      settlement_status: settlement === 'success' ? 'SUCCESS' : 'WAITING',
    }),
    need_frontend: hasHostedPage,
    payment_method: 'QRIS',
    ...(payment && { sender_bank: choice?.channel ?? 'gopay' }),
  };
}

/** A hosted page, or the image of a QR (providers.md C.9). */
const whereToPay = ({ id, hasHostedPage, imageId }: RoutingCharge, addressOf: AddressOf) =>
  hasHostedPage
    ? { payment_checkout_url: addressOf(payerPath(id)) }
    : { qris_url: addressOf(`/rem/api/qris/image/${imageId}`) };

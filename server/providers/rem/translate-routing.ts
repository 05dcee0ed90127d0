/** From REM's messages about QRIS routings to statements; nothing beyond this folder knows REM's words. */
import { isNode, type Node } from '../../../openapi/contract-document.ts';
import { type Statement, silent } from '../../payments/statement.ts';
import { type Fields, readFields } from '../fields.ts';
import type { Translation } from './ask.ts';
import { readChannel } from './codes.ts';
import { readSettlement } from './settlement.ts';

type Status = Pick<Statement, 'status' | 'isFinal'>;

/**
 * providers.md A.13. Only COMPLETE is REM's word for money that was received; the OY-only words of forwarding come before it,
 * or in place of it (incomplete), so they claim no payment.
 */
const statuses: Readonly<Record<string, Status>> = {
  created: { status: 'open', isFinal: false },
  waiting_payment: { status: 'awaiting_payment', isFinal: false },
  payment_in_progress: { status: 'processing', isFinal: false },
  disburse_in_progress: { status: 'processing', isFinal: false },
  incomplete: { status: 'processing', isFinal: false },
  complete: { status: 'paid', isFinal: false },
  payment_failed: { status: 'failed', isFinal: false },
  expired: { status: 'expired', isFinal: true },
};

/** The answer to a creation; null when it says neither REM's id nor where to pay, so that it has to be read again. */
export function translateRoutingCreated(data: Node): Translation | null {
  const fields = readFields(data, 'wib');
  const info = readInfo(data);
  const whatItIs = readRouting(fields, info);
  const { providerPaymentId, url, qrImageUrl } = whatItIs;
  if (providerPaymentId === null && url === null && qrImageUrl === null) return null;
  const statement: Statement = {
    ...silent,
    ...whatItIs,
    // Who is given the QR itself has no method left to choose: REM's status is WAITING_PAYMENT from the start (A.13).
    status: qrImageUrl === null ? 'open' : 'awaiting_payment',
    amountIdr: fields.amountIdr('receive_amount'),
  };
  return { statement, deviations: [...fields.deviations, ...info.deviations] };
}

/** The check-status answer and the callback, which share their fields (A.11, A.12); null when it names neither routing nor status. */
export function translateRoutingStatus(data: Node): Translation | null {
  const fields = readFields(data, 'wib');
  const info = readInfo(data);
  const whatItIs = readRouting(fields, info);
  const { status, isFinal } = fields.word('payment_status', statuses) ?? { status: null, isFinal: false };
  const providerStatus = fields.text('payment_status');
  if (whatItIs.reference === null && whatItIs.providerPaymentId === null && providerStatus === null) return null;
  const isPaid = status === 'paid';
  const paidAt = onceComplete(fields, isPaid, 'payment_received_time');
  const isUnpaid = status !== null && !isPaid;
  const statement: Statement = {
    ...silent,
    ...whatItIs,
    status,
    isFinal,
    providerStatus,
    settlement: readSettlement(fields, isPaid),
    failure: status === 'failed' ? { code: 'payment_failed', detail: null, providerCode: null } : null,
    // "Indicates the time when payment routing is marked as COMPLETE": the only time of a change that REM states.
    saidAt: paidAt,
    paidAt,
    settlesAt: onceComplete(fields, isPaid, 'settlement_time'),
    // A callback has one amount: of a payment what came, else what is asked for.
    amountIdr: fields.amountIdr('request_amount') ?? (isUnpaid ? fields.amountIdr('receive_amount') : null),
    paidAmountIdr: readPaidAmount(fields, isPaid),
  };
  return { statement, deviations: [...fields.deviations, ...info.deviations] };
}

/** `payment_info`: where to pay. */
function readInfo({ payment_info: info }: Node): Fields {
  return readFields(isNode(info) ? info : {}, 'wib');
}

/** What every message about a routing says of it, whatever has become of it. */
function readRouting(fields: Fields, info: Fields) {
  const senderBank = fields.text('sender_bank');
  return {
    reference: fields.text('partner_trx_id'),
    providerPaymentId: fields.id('trx_id'),
    url: info.url('payment_checkout_url'),
    qrImageUrl: info.url('qris_url'),
    partnerUserId: fields.text('partner_user_id'),
    hasHostedPage: fields.boolean('need_frontend'),
    method: fields.word('payment_method', { qris: 'qris' as const }),
    // The vendor behind the QR, which REM also names while nobody has paid.
    channel: senderBank === null ? null : readChannel(senderBank),
    // check-status has it beside payment_info, the callback inside.
    paymentReferenceNumber: info.text('payment_reference_number') ?? fields.text('payment_reference_number'),
    expiresAt: fields.instant('trx_expiration_time'),
  };
}

/** A time that REM sends "only once status of the payment routing is set to COMPLETE". */
function onceComplete(fields: Fields, isPaid: boolean, name: string): string | null {
  const instant = fields.instant(name);
  if (isPaid || instant === null) return instant;
  fields.note(`${name} came without a payment and was not used.`);
  return null;
}

/**
 * What came, by the name of check-status and of the callback's table, or by that of the callback's sample (C.6). 0 stands for
 * unpaid; OY's sample has it of a paid one too, which then says nothing.
 */
function readPaidAmount(fields: Fields, isPaid: boolean): number | null {
  const received = fields.amountIdr('received_amount');
  if (isPaid) {
    if (received === 0) fields.note('received_amount is 0 although it is paid.');
    return received || fields.amountIdr('receive_amount') || null;
  }
  if (received) fields.note('received_amount came without a payment and was not used.');
  return null;
}

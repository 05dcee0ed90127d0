/** From REM's messages about payment links to statements; nothing beyond this folder knows REM's words. */
import type { Node } from '../../../openapi/contract-document.ts';
import { type Statement, silent } from '../../payments/statement.ts';
import { type Fields, readFields } from '../fields.ts';
import type { Translation } from './ask.ts';
import { enabledMethods, ourWord, readBanks, readChannel, splitList, usedMethods } from './codes.ts';
import { readSettlement } from './settlement.ts';

type Status = Pick<Statement, 'status' | 'isFinal'>;

/** providers.md A.4. A failed attempt leaves the link alive: the payer may choose again. */
const statuses: Readonly<Record<string, Status>> = {
  created: { status: 'open', isFinal: false },
  initiated: { status: 'open', isFinal: false },
  waiting_payment: { status: 'awaiting_payment', isFinal: false },
  charge_in_progress: { status: 'processing', isFinal: false },
  processing: { status: 'processing', isFinal: false },
  complete: { status: 'paid', isFinal: false },
  success: { status: 'paid', isFinal: false },
  failed: { status: 'failed', isFinal: false },
  expired: { status: 'expired', isFinal: true },
  closed: { status: 'deleted', isFinal: true },
};

/** The answer to a creation; null when it names no link. `payUrl` is where REM's payer pages are. */
export function translateCreated(data: Node, saysSuccess: boolean, payUrl: string | null): Translation | null {
  const fields = readFields(data, 'wib');
  const providerPaymentId = fields.id('payment_link_id');
  const url = fields.url('url') ?? payerPage(payUrl, providerPaymentId);
  if (!saysSuccess && providerPaymentId === null && url === null) return null;
  const statement: Statement = { ...silent, status: 'open', providerPaymentId, url };
  return { statement, deviations: fields.deviations };
}

/** The status answer and the callback, which share their fields (A.7, A.8); null when it names neither link nor status. */
export function translateStatus(data: Node): Translation | null {
  const fields = readFields(data, 'wib');
  const reference = fields.text('partner_tx_id');
  const status = readStatus(fields);
  if (reference === null && status.providerStatus === null) return null;
  const senderBank = fields.text('sender_bank');
  const statement: Statement = {
    ...silent,
    ...status,
    settlement: readSettlement(fields, status.status === 'paid'),
    saidAt: fields.instant('updated'),
    reference,
    amountIdr: fields.amountIdr('amount'),
    paidAmountIdr: fields.amountIdr('paid_amount'),
    description: fields.text('description'),
    emails: readEmails(fields),
    method: fields.word('payment_method', usedMethodWords),
    channel: senderBank === null ? null : readChannel(senderBank),
    txRefNumber: fields.text('tx_ref_number'),
    paymentReferenceNumber: fields.text('payment_reference_number'),
    // Until somebody paid, sender_name is the customer's name, as we sent it.
    payerName: status.status === 'paid' ? fields.text('sender_name') : null,
    payerPhone: fields.text('sender_phone'),
    payerNote: fields.text('sender_note'),
    createdAt: fields.instant('created'),
    expiresAt: fields.instant('expiration'),
    paidAt: fields.instant('payment_received_time'),
    settlesAt: fields.instant('settlement_time'),
  };
  return { statement, deviations: fields.deviations };
}

/** The link as it was made (A.6); null when it names neither link nor status. */
export function translateDetails(data: Node, payUrl: string | null): Translation | null {
  const fields = readFields(data, 'wib');
  const reference = fields.text('partnerTxId');
  const providerPaymentId = fields.id('paymentLinkId');
  const status = readStatus(fields);
  if (reference === null && providerPaymentId === null && status.providerStatus === null) return null;
  const { listDisabledPaymentMethods: disabled, listEnabledBanks: banks } = data;
  const statement: Statement = {
    ...silent,
    ...status,
    reference,
    providerPaymentId,
    url: payerPage(payUrl, providerPaymentId),
    amountIdr: fields.amountIdr('amount'),
    isOpenAmount: fields.boolean('isOpen'),
    includeAdminFee: fields.boolean('includeAdminFee'),
    customerName: fields.text('senderName'),
    description: fields.text('description'),
    notes: fields.text('notes'),
    emails: readEmails(fields),
    phone: fields.text('phoneNumber'),
    // An empty list says something too: nothing is disabled, all banks are enabled.
    enabledMethods: typeof disabled === 'string' ? enabledMethods(disabled) : null,
    enabledBanks: typeof banks === 'string' ? readBanks(fields.text('listEnabledBanks') ?? '') : null,
    txRefNumber: fields.text('txRefNumber'),
    payerPhone: fields.text('senderPhoneNumber'),
    payerNote: fields.text('senderNotes'),
    expiresAt: fields.instant('expirationTime'),
  };
  return { statement, deviations: fields.deviations };
}

export const deletedLink: Statement = { ...silent, status: 'deleted', isFinal: true };

/** One statement of both reads: the status answer speaks first, GET fills what it leaves open. */
export function mergeReads(status: Statement, details: Statement): Statement {
  const said = Object.entries(status).filter(([, value]) => value !== null);
  const merged: Statement = { ...details, ...Object.fromEntries(said) };
  return { ...merged, isFinal: status.status === null ? details.isFinal : status.isFinal };
}

function readStatus(fields: Fields) {
  const { status, isFinal } = fields.word('status', statuses) ?? { status: null, isFinal: false };
  const failure = status === 'failed' ? { code: 'payment_failed' as const, detail: null, providerCode: null } : null;
  return { status, isFinal, failure, providerStatus: fields.text('status') };
}

const usedMethodWords = Object.fromEntries(
  Object.values(usedMethods).map((theirs) => [theirs.toLowerCase(), ourWord(usedMethods, theirs)]),
);

function readEmails(fields: Fields): string[] | null {
  const emails = fields.text('email');
  return emails === null ? null : splitList(emails, ';').slice(0, 3);
}

/** `https://pay.rem.id/<payment_link_id>` (A.3). */
function payerPage(payUrl: string | null, providerPaymentId: string | null): string | null {
  return payUrl === null || providerPaymentId === null ? null : `${payUrl.replace(/\/$/, '')}/${providerPaymentId}`;
}

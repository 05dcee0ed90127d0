import { randomUUID } from 'node:crypto';
import type { Content } from '../armings.ts';
import { resendCallback } from '../callbacks/send-callback.ts';
import type { Charge } from '../charges/charge.ts';
import { createCharge } from '../charges/create-charge.ts';
import { keepCharge } from '../charges/keep-charge.ts';
import { closed, mayHappen } from '../charges/transitions.ts';
import { nowOf, payerPath, type Reply, type Twin } from '../twin.ts';
import { linkAsMade, linkTransaction } from './link-statement.ts';
import { readCreateRequest } from './read-create-request.ts';
import { RemRejection } from './rem-rejection.ts';
import { asSaid, isWrapped, jsonReply } from './rem-replies.ts';

/**
 * create-v2. Not idempotent, and that is REM: the same unpaid partner_tx_id again makes a second link. Only one that was
 * paid is refused (providers.md A.3).
 */
export function createPaymentLink(twin: Twin, body: unknown, content: Content): Reply {
  const { partnerTxId, order, expiresAt } = readCreateRequest(body, twin.clock.now().getTime());
  const reference = partnerTxId || `REM${randomUUID().replaceAll('-', '').slice(0, 20).toUpperCase()}`;
  if (twin.store.chargesOf('rem', 'link', reference).some(({ status }) => status === 'paid'))
    throw new RemRejection('partner_tx_id has been used');
  const link = createCharge(twin, {
    provider: 'rem',
    id: randomUUID(),
    reference,
    order,
    expiresAt,
    ofItsKind: { kind: 'link' },
    fixedMethod: null,
  });
  const answer = {
    status: true,
    url: twin.addressOf(payerPath(link.id)),
    payment_link_id: link.id,
    message: 'success',
    email_status: order.email ? 'PROCESSED' : null,
  };
  return jsonReply(200, asSaid(answer, content, twin.store.settings()), link.id);
}

/** GET by REM's id or by partner_tx_id, in an envelope or flat. */
export function getPaymentLink(twin: Twin, id: string, content: Content): Reply {
  const link = findRemLink(twin, id);
  if (!link) throw new RemRejection('Data Not Found');
  const settings = twin.store.settings();
  const data = asSaid(linkAsMade(link), content, settings, { field: 'status', strange: 'ON_HOLD' });
  const answer = isWrapped(content, settings) ? { data, message: 'return payment checkout data', status: true } : data;
  return jsonReply(200, answer, link.id);
}

/** DELETE, possible only before a method is chosen (rem-payment-link.txt). */
export function deletePaymentLink(twin: Twin, id: string): Reply {
  const link = findRemLink(twin, id);
  if (!link) throw new RemRejection('Data Not Found');
  if (!mayHappen(link, 'close')) throw new RemRejection('Invalid Payment Status');
  keepCharge(twin, closed(link, nowOf(twin)));
  return jsonReply(200, { status: true, message: 'Payment link has been deleted' }, link.id);
}

export interface StatusQuery {
  partnerTxId: string;
  paymentReferenceNumber: string;
  sendCallback: boolean;
}

/** Status by exactly one of the two numbers; send_callback has the latest callback sent again. */
export function getPaymentLinkStatus(twin: Twin, query: StatusQuery, content: Content): Reply {
  const link = findByStatusQuery(twin, query);
  if (!link) throw new RemRejection('Data Not Found');
  if (query.sendCallback) resendCallback(twin, link);
  const settings = twin.store.settings();
  const data = asSaid(linkTransaction(link), content, settings, { field: 'status', strange: 'on_hold' });
  const answer = isWrapped(content, settings)
    ? { success: true, error: null, data, reason: null, status_code: 200 }
    : data;
  return jsonReply(200, answer, link.id);
}

/** The link of a status query; throws RemRejection unless exactly one number is given. */
export function findByStatusQuery(twin: Twin, { partnerTxId, paymentReferenceNumber }: StatusQuery): Charge | null {
  if (partnerTxId && paymentReferenceNumber)
    throw new RemRejection('Only one of partner_tx_id and payment_reference_number may be given');
  if (partnerTxId) return twin.store.chargesOf('rem', 'link', partnerTxId).at(-1) ?? null;
  if (!paymentReferenceNumber) throw new RemRejection('partner_tx_id is required');
  const isPaidWith = (link: Charge) =>
    link.provider === 'rem' && link.kind === 'link' && link.payment?.paymentReferenceNumber === paymentReferenceNumber;
  return twin.store.charges().find(isPaidWith) ?? null;
}

/** By REM's own id, or the latest of the links that carry this partner_tx_id. */
export function findRemLink(twin: Twin, id: string): Charge | null {
  const byId = twin.store.charge(id);
  return byId?.provider === 'rem' && byId.kind === 'link'
    ? byId
    : (twin.store.chargesOf('rem', 'link', id).at(-1) ?? null);
}

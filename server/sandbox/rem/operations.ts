import { randomUUID } from 'node:crypto';
import type { Content } from '../armings.ts';
import { resendCallback } from '../callbacks/send-callback.ts';
import { createLink } from '../links/create-link.ts';
import { keepLink } from '../links/keep-link.ts';
import type { Link } from '../links/link.ts';
import { closed, mayHappen } from '../links/transitions.ts';
import { nowOf, type Reply, type Twin } from '../twin.ts';
import { linkAsMade, linkTransaction } from './link-statement.ts';
import { readCreateRequest } from './read-create-request.ts';
import { RemRejection } from './rem-rejection.ts';
import { isWrapped, jsonReply, strangeFields } from './rem-replies.ts';

/**
 * create-v2. Not idempotent, and that is REM: the same unpaid partner_tx_id again makes a second link. Only one that was
 * paid is refused (providers.md A.3).
 */
export function createPaymentLink(twin: Twin, body: unknown, content: Content): Reply {
  const { partnerTxId, order, expiresAt } = readCreateRequest(body, twin.clock.now().getTime());
  const reference = partnerTxId || `REM${randomUUID().replaceAll('-', '').slice(0, 20).toUpperCase()}`;
  if (twin.store.linksOf('rem', reference).some((link) => link.status === 'paid'))
    throw new RemRejection('partner_tx_id has been used');
  const link = createLink(twin, { provider: 'rem', id: randomUUID(), reference, order, expiresAt });
  const answer = {
    status: true,
    url: twin.payerUrl(link.id),
    payment_link_id: link.id,
    message: 'success',
    email_status: order.email ? 'PROCESSED' : null,
    ...strangeFields({ ...content, hasUnknownStatus: false }, ''),
  };
  return jsonReply(200, answer, link.id);
}

/** GET by REM's id or by partner_tx_id, in an envelope or flat. */
export function getPaymentLink(twin: Twin, id: string, content: Content): Reply {
  const link = findRemLink(twin, id);
  if (!link) throw new RemRejection('Data Not Found');
  const data = { ...linkAsMade(link), ...strangeFields(content, 'ON_HOLD') };
  const answer = isWrapped(content, twin.store.settings())
    ? { data, message: 'return payment checkout data', status: true }
    : data;
  return jsonReply(200, answer, link.id);
}

/** DELETE, possible only before a method is chosen (rem-payment-link.txt). */
export function deletePaymentLink(twin: Twin, id: string): Reply {
  const link = findRemLink(twin, id);
  if (!link) throw new RemRejection('Data Not Found');
  if (!mayHappen(link, 'close')) throw new RemRejection('Invalid Payment Status');
  keepLink(twin, closed(link, nowOf(twin)));
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
  const data = { ...linkTransaction(link), ...strangeFields(content, 'on_hold') };
  const answer = isWrapped(content, twin.store.settings())
    ? { success: true, error: null, data, reason: null, status_code: 200 }
    : data;
  return jsonReply(200, answer, link.id);
}

/** The link of a status query; throws RemRejection unless exactly one number is given. */
export function findByStatusQuery(twin: Twin, { partnerTxId, paymentReferenceNumber }: StatusQuery): Link | null {
  if (partnerTxId && paymentReferenceNumber)
    throw new RemRejection('Only one of partner_tx_id and payment_reference_number may be given');
  if (partnerTxId) return twin.store.linksOf('rem', partnerTxId).at(-1) ?? null;
  if (!paymentReferenceNumber) throw new RemRejection('partner_tx_id is required');
  const isPaidWith = (link: Link) =>
    link.provider === 'rem' && link.payment?.paymentReferenceNumber === paymentReferenceNumber;
  return twin.store.links().find(isPaidWith) ?? null;
}

/** By REM's own id, or the latest of the links that carry this partner_tx_id. */
export function findRemLink(twin: Twin, id: string): Link | null {
  const byId = twin.store.link(id);
  return byId?.provider === 'rem' ? byId : (twin.store.linksOf('rem', id).at(-1) ?? null);
}

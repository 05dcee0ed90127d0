import { randomBytes } from 'node:crypto';
import type { Content } from '../armings.ts';
import { chooseMethod } from '../links/choose-method.ts';
import { createLink } from '../links/create-link.ts';
import { keepLink, settleLink } from '../links/keep-link.ts';
import type { Link } from '../links/link.ts';
import { payLink } from '../links/pay-link.ts';
import { closed, mayHappen } from '../links/transitions.ts';
import { nowOf, type Reply, type Twin } from '../twin.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { fazzReply } from './fazz-replies.ts';
import { fazzStatus, linkDocument } from './link-document.ts';
import { attributesOf, readCreateRequest, referenceIdOf } from './read-create-request.ts';

/** POST /payment_links: 201 for a new link; the same referenceId again gets the first one, whatever else it says (B.7). */
export function createPaymentLink(twin: Twin, body: unknown, content: Content): Reply {
  const attributes = attributesOf(body);
  const reference = referenceIdOf(attributes);
  const [known] = twin.store.linksOf('fazz', reference);
  if (known) return linkReply(twin, 200, known, content);
  const { order, expiresAt } = readCreateRequest(attributes, twin.clock.now().getTime());
  const id = `paymentlink_${randomBytes(16).toString('hex')}`;
  return linkReply(twin, 201, createLink(twin, { provider: 'fazz', id, reference, order, expiresAt }), content);
}

/** GET /payment_links/{id}. */
export const getPaymentLink = (twin: Twin, id: string, content: Content): Reply =>
  linkReply(twin, 200, findFazzLink(twin, id), content);

/** POST /payment_links/{id}/tasks: cancel, or the sandbox's receive_payment and settle (providers.md B.2). */
export function createPaymentLinkTask(twin: Twin, id: string, body: unknown): Reply {
  const link = findFazzLink(twin, id);
  const { action } = attributesOf(body);
  const refused = () =>
    new FazzRefusal('005', `${String(action)} is not possible: payment link is ${fazzStatus(link)}`);
  const at = nowOf(twin);
  if (action === 'cancel') {
    if (!mayHappen(link, 'close')) throw refused();
    keepLink(twin, closed(link, at));
  } else if (action === 'receive_payment') {
    receivePayment(twin, link, at, refused);
  } else if (action === 'settle') {
    if (!mayHappen(link, 'settle')) throw refused();
    settleLink(twin, link, at);
  } else throw new FazzRefusal('005', 'action must be cancel, receive_payment or settle');
  const task = { type: 'task', attributes: { targetId: link.id, targetType: 'payment_links', action } };
  return fazzReply(200, { data: task }, link.id);
}

function receivePayment(twin: Twin, link: Link, at: string, refused: () => FazzRefusal): void {
  const [offer] = twin.providers.fazz.offers(link);
  const chosen = link.status === 'created' && offer ? chooseMethod(twin, link, offer, at) : link;
  if (!mayHappen(chosen, 'pay')) throw refused();
  payLink(twin, chosen, { amountIdr: null, application: null, phone: null, note: null, isLate: false }, at);
}

const linkReply = (twin: Twin, httpStatus: number, link: Link, content: Content) =>
  fazzReply(httpStatus, linkDocument(link, twin.payerUrl(link.id), content), link.id);

function findFazzLink(twin: Twin, id: string): Link {
  const link = twin.store.link(id);
  if (link?.provider !== 'fazz') throw new FazzRefusal('004', 'payment link not found', 404);
  return link;
}

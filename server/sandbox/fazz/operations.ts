import { randomBytes } from 'node:crypto';
import type { Content } from '../armings.ts';
import type { LinkCharge } from '../charges/charge.ts';
import { createCharge } from '../charges/create-charge.ts';
import type { Reply, Twin } from '../twin.ts';
import { runTask } from './charge-task.ts';
import { FazzRefusal } from './fazz-refusal.ts';
import { fazzReply } from './fazz-replies.ts';
import { linkResource } from './link-document.ts';
import { attributesOf, readCreateRequest, referenceIdOf } from './read-create-request.ts';

/** POST /payment_links: 201 for a new link; the same referenceId again gets the first one, whatever else it says (B.7). */
export function createPaymentLink(twin: Twin, body: unknown, content: Content): Reply {
  const attributes = attributesOf(body);
  const reference = referenceIdOf(attributes);
  const [known] = twin.store.chargesOf('fazz', 'link', reference);
  if (known) return linkReply(twin, 200, findFazzLink(twin, known.id), content);
  const { order, expiresAt } = readCreateRequest(attributes, twin.clock.now().getTime());
  const { id } = createCharge(twin, {
    provider: 'fazz',
    id: `paymentlink_${randomBytes(16).toString('hex')}`,
    reference,
    order,
    expiresAt,
    ofItsKind: { kind: 'link' },
    fixedMethod: null,
  });
  return linkReply(twin, 201, findFazzLink(twin, id), content);
}

/** GET /payment_links/{id}. */
export const getPaymentLink = (twin: Twin, id: string, content: Content): Reply =>
  linkReply(twin, 200, findFazzLink(twin, id), content);

/** POST /payment_links/{id}/tasks, answered with 200 (providers.md B.2). */
export const createPaymentLinkTask = (twin: Twin, id: string, body: unknown): Reply =>
  runTask(twin, findFazzLink(twin, id), body, { httpStatus: 200, targetType: 'payment_links' });

const linkReply = (twin: Twin, httpStatus: number, link: LinkCharge, content: Content) =>
  fazzReply(httpStatus, { data: linkResource(link, twin.addressOf, content) }, link.id);

function findFazzLink(twin: Twin, id: string): LinkCharge {
  const charge = twin.store.charge(id);
  if (charge?.provider !== 'fazz' || charge.kind !== 'link')
    throw new FazzRefusal('004', 'payment link not found', 404);
  return charge;
}

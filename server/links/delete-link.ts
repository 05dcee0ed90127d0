import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { firstCheckAt } from '../jobs/check-schedule.ts';
import { within } from '../jobs/running-calls.ts';
import { setDeleting } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import { accountOf } from './link-account.ts';
import type { LinkDeps } from './link-deps.ts';
import { presentFor } from './present-for.ts';
import { type LinkRequest, requireAction, requireLink } from './require-link.ts';
import { sendDeletion } from './send-deletion.ts';

export interface DeleteLinkRequest extends LinkRequest {
  /** The reference as the person typed it; needed in production. */
  confirm: string | undefined;
}

export interface DeletedLink {
  /** pending: the provider's answer is late or lost; the resolver finds out. */
  outcome: 'deleted' | 'pending';
  link: components['schemas']['Link'];
}

/**
 * Deletes a link (REM) or cancels it (Fazz): intent, call, observation. Throws payment-unknown, action-not-allowed,
 * confirmation-required (production), not-at-provider, provider-declined (the payer was faster, say), provider-unavailable.
 */
export async function deleteLink(deps: LinkDeps, actor: Actor, request: DeleteLinkRequest): Promise<DeletedLink> {
  const payment = await requireLink(deps.db, request);
  requireAction(deps, actor, payment, 'delete');
  if (request.environment === 'production' && request.confirm !== payment.reference)
    throw problem('confirmation-required', {
      detail: 'In production `confirm` must repeat the reference of the link.',
      paymentId: payment.id,
    });

  const { links } = accountOf(deps.accounts, payment.environment, payment.provider);
  const intent = await openDeletion(deps, actor, payment);
  const sent = await within(deps.calls.track(sendDeletion(deps, links, intent)), deps.config.answerWithinMs);
  if (sent === 'pending') return { outcome: 'pending', link: presentFor(deps, actor, intent.payment) };
  if (sent.problem) throw sent.problem;
  return {
    outcome: sent.payment.deletingSince === null ? 'deleted' : 'pending',
    link: presentFor(deps, actor, sent.payment),
  };
}

/** Marks the link as being deleted, with the audit entry. Of two persons at once one is told that the other does it. */
async function openDeletion(deps: LinkDeps, actor: Actor, { id, environment }: Payment) {
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const payment = await setDeleting(tx, id, at, firstCheckAt(at, deps.config.answerWithinMs));
    if (!payment)
      throw problem('action-not-allowed', {
        detail: 'The link is being deleted already.',
        reason: 'being_deleted',
        paymentId: id,
      });
    const auditId = await recordAction(tx, actor, {
      action: 'deleteLink',
      environment,
      paymentId: id,
      outcome: 'pending',
      at,
    });
    return { payment, auditId };
  });
}

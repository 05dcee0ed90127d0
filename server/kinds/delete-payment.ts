import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { problem } from '../http/problems.ts';
import { within } from '../jobs/running-calls.ts';
import { setDeleting } from '../payments/intents.ts';
import type { Payment } from '../payments/payment.ts';
import { firstCheckAt } from './check-schedule.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { portOf } from './port-of.ts';
import { presentFor } from './present-for.ts';
import { type PaymentRequest, requireAction, requirePayment } from './require-payment.ts';
import { sendDeletion } from './send-deletion.ts';

export interface DeleteRequest extends PaymentRequest {
  /** The reference as the person typed it; needed in production. */
  confirm: string | undefined;
}

export interface DeletedPayment {
  /** pending: the provider's answer is late or lost; the resolver finds out. */
  outcome: 'deleted' | 'pending';
  payment: components['schemas']['Payment'];
}

/**
 * Deletes a payment (REM) or cancels it (Fazz): intent, call, observation. Throws payment-unknown, action-not-allowed,
 * confirmation-required (production), not-at-provider, provider-declined (the payer was faster, say), provider-unavailable.
 */
export async function deletePayment(deps: PaymentDeps, actor: Actor, request: DeleteRequest): Promise<DeletedPayment> {
  const payment = await requirePayment(deps.db, request);
  requireAction(deps, actor, payment, 'delete');
  if (request.environment === 'production' && request.confirm !== payment.reference)
    throw problem('confirmation-required', {
      detail: 'In production `confirm` must repeat the reference of the payment.',
      paymentId: payment.id,
    });

  const port = portOf(deps.accounts, payment);
  const intent = await openDeletion(deps, actor, payment);
  const sent = await within(deps.calls.track(sendDeletion(deps, port, intent)), deps.config.answerWithinMs);
  if (sent === 'pending') return { outcome: 'pending', payment: presentFor(deps, actor, intent.payment) };
  if (sent.problem) throw sent.problem;
  return {
    outcome: sent.payment.deletingSince === null ? 'deleted' : 'pending',
    payment: presentFor(deps, actor, sent.payment),
  };
}

/** Marks the payment as being deleted, with the audit entry. Of two persons at once one is told that the other does it. */
async function openDeletion(deps: PaymentDeps, actor: Actor, { id, environment }: Payment) {
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const payment = await setDeleting(tx, id, at, firstCheckAt(at, deps.config.answerWithinMs));
    if (!payment)
      throw problem('action-not-allowed', {
        detail: 'The payment is being deleted already.',
        reason: 'being_deleted',
        paymentId: id,
      });
    const auditId = await recordAction(tx, actor, {
      action: 'deletePayment',
      environment,
      paymentId: id,
      outcome: 'pending',
      at,
    });
    return { payment, auditId };
  });
}

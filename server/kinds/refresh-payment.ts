import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { within } from '../jobs/running-calls.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { portOf } from './port-of.ts';
import { presentFor } from './present-for.ts';
import { tooSlow } from './provider-problem.ts';
import { detailOf, handleOf, observeRead, outcomeOf, problemOf } from './read-at-provider.ts';
import { type PaymentRequest, requireAction, requirePayment } from './require-payment.ts';

/**
 * Reads a payment at its provider now. After `answerWithinMs` the person is told that it takes longer, and the read goes on.
 * Throws payment-unknown, action-not-allowed, not-at-provider, provider-declined, provider-unreadable, provider-unavailable.
 */
export async function refreshPayment(
  deps: PaymentDeps,
  actor: Actor,
  request: PaymentRequest,
): Promise<components['schemas']['Payment']> {
  const payment = await requirePayment(deps.db, request);
  requireAction(deps, actor, payment, 'refresh');
  const read = await within(deps.calls.track(readAndRecord(deps, actor, payment)), deps.config.answerWithinMs);
  if (read === 'pending') throw tooSlow(payment);
  if (read.problem) throw read.problem;
  return presentFor(deps, actor, read.payment);
}

async function readAndRecord(deps: PaymentDeps, actor: Actor, payment: Payment) {
  const askedAt = deps.clock();
  const answer = await portOf(deps.accounts, payment).read(handleOf(payment));
  const at = deps.clock();
  const latest = await deps.db.tx(async (tx) => {
    await recordAction(tx, actor, {
      action: 'refreshPayment',
      environment: payment.environment,
      paymentId: payment.id,
      outcome: outcomeOf(answer),
      detail: detailOf(answer),
      at,
    });
    return observeRead(tx, payment, answer, { askedAt, at });
  });
  return { payment: latest, problem: problemOf(payment, answer) };
}

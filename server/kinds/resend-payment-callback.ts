import type { components } from '../../openapi/generated/console.ts';
import { recordAction, updateOutcome } from '../audit/record.ts';
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
 * Asks the provider to send its latest callback again (REM: status with send_callback=true). The same call states the
 * status, which is kept as a read; the callback arrives on its own. Asking twice does no harm, so nothing is resolved later.
 * Throws payment-unknown, action-not-allowed, not-at-provider, provider-declined, provider-unreadable, provider-unavailable.
 */
export async function resendPaymentCallback(
  deps: PaymentDeps,
  actor: Actor,
  request: PaymentRequest,
): Promise<components['schemas']['Payment']> {
  const payment = await requirePayment(deps.db, request);
  requireAction(deps, actor, payment, 'resendCallback');
  // Before the call, so that the callback it causes comes after the action in the timeline.
  const auditId = await deps.db.tx((tx) =>
    recordAction(tx, actor, {
      action: 'resendPaymentCallback',
      environment: payment.environment,
      paymentId: payment.id,
      outcome: 'pending',
      at: deps.clock(),
    }),
  );
  const asked = await within(deps.calls.track(askAndRecord(deps, payment, auditId)), deps.config.answerWithinMs);
  if (asked === 'pending') throw tooSlow(payment);
  if (asked.problem) throw asked.problem;
  return presentFor(deps, actor, asked.payment);
}

async function askAndRecord(deps: PaymentDeps, payment: Payment, auditId: number) {
  const port = portOf(deps.accounts, payment);
  if (!port.resendCallback) throw new Error('a resend was allowed that the provider has no call for');
  const askedAt = deps.clock();
  const answer = await port.resendCallback(handleOf(payment));
  const latest = await deps.db.tx(async (tx) => {
    await updateOutcome(tx, auditId, outcomeOf(answer), detailOf(answer));
    return observeRead(tx, payment, answer, { askedAt, at: deps.clock() });
  });
  return { payment: latest, problem: problemOf(payment, answer) };
}

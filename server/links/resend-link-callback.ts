import type { components } from '../../openapi/generated/console.ts';
import { recordAction, updateOutcome } from '../audit/record.ts';
import type { Actor } from '../auth/actor.ts';
import { within } from '../jobs/running-calls.ts';
import type { Payment } from '../payments/payment.ts';
import { accountOf } from './link-account.ts';
import type { LinkDeps } from './link-deps.ts';
import { presentFor } from './present-for.ts';
import { tooSlow } from './provider-problem.ts';
import { handleOf, messageOf, observeRead, outcomeOf, problemOf } from './read-at-provider.ts';
import { type LinkRequest, requireAction, requireLink } from './require-link.ts';

/**
 * Asks the provider to send its latest callback again (REM: status with send_callback=true). The same call states the
 * status, which is kept as a read; the callback arrives on its own. Asking twice does no harm, so nothing is resolved later.
 * Throws payment-unknown, action-not-allowed, not-at-provider, provider-declined, provider-unreadable, provider-unavailable.
 */
export async function resendLinkCallback(
  deps: LinkDeps,
  actor: Actor,
  request: LinkRequest,
): Promise<components['schemas']['Link']> {
  const payment = await requireLink(deps.db, request);
  requireAction(deps, actor, payment, 'resendCallback');
  // Before the call, so that the callback it causes comes after the action in the timeline.
  const auditId = await deps.db.tx((tx) =>
    recordAction(tx, actor, {
      action: 'resendLinkCallback',
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

async function askAndRecord(deps: LinkDeps, payment: Payment, auditId: number) {
  const { links } = accountOf(deps.accounts, payment.environment, payment.provider);
  const answer = await links.resendCallback(handleOf(payment));
  const latest = await deps.db.tx(async (tx) => {
    await updateOutcome(tx, auditId, outcomeOf(answer), { message: messageOf(answer) });
    return observeRead(tx, payment, answer, deps.clock());
  });
  return { payment: latest, problem: problemOf(payment, answer) };
}

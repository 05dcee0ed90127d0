import type { components } from '../../openapi/generated/console.ts';
import { recordAction } from '../audit/record.ts';
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
 * Reads a link at its provider now. After `answerWithinMs` the person is told that it takes longer, and the read goes on.
 * Throws payment-unknown, action-not-allowed, not-at-provider, provider-declined, provider-unreadable, provider-unavailable.
 */
export async function refreshLink(
  deps: LinkDeps,
  actor: Actor,
  request: LinkRequest,
): Promise<components['schemas']['Link']> {
  const payment = await requireLink(deps.db, request);
  requireAction(deps, actor, payment, 'refresh');
  const read = await within(deps.calls.track(readAndRecord(deps, actor, payment)), deps.config.answerWithinMs);
  if (read === 'pending') throw tooSlow(payment);
  if (read.problem) throw read.problem;
  return presentFor(deps, actor, read.payment);
}

async function readAndRecord(deps: LinkDeps, actor: Actor, payment: Payment) {
  const { links } = accountOf(deps.accounts, payment.environment, payment.provider);
  const answer = await links.readLink(handleOf(payment));
  const at = deps.clock();
  const latest = await deps.db.tx(async (tx) => {
    await recordAction(tx, actor, {
      action: 'refreshLink',
      environment: payment.environment,
      paymentId: payment.id,
      outcome: outcomeOf(answer),
      detail: { message: messageOf(answer) },
      at,
    });
    return observeRead(tx, payment, answer, at);
  });
  return { payment: latest, problem: problemOf(payment, answer) };
}

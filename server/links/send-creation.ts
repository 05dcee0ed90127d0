import { updateOutcome } from '../audit/record.ts';
import { checkAfterLossAt } from '../jobs/check-schedule.ts';
import { observe } from '../payments/observe.ts';
import { postponeCheck } from '../payments/open-intent.ts';
import type { Observation, Payment } from '../payments/payment.ts';
import { type FailureCode, silent } from '../payments/statement.ts';
import type { Answer, LinkProvider, ProviderFailure } from '../providers/provider.ts';
import type { LinkDeps } from './link-deps.ts';
import { refuseOlder } from './older-link.ts';
import type { Intent } from './open-intent.ts';
import { messageOf, outcomeOf } from './read-at-provider.ts';

export interface SentCreation {
  payment: Payment;
  failure: ProviderFailure | null;
}

/**
 * Asks the provider for the link of an intent, with no transaction open, and writes down what it answered. An answer that is
 * lost or unreadable leaves the payment `creating`, for the resolver.
 */
export async function sendCreation(
  deps: Pick<LinkDeps, 'db' | 'clock'>,
  links: Pick<LinkProvider, 'createLink'>,
  { payment, order, auditId }: Intent,
): Promise<SentCreation> {
  const answer = refuseOlder(await links.createLink(order), payment);
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const observed = await observe(tx, payment.id, creationObservation(answer), at);
    // Under the payment's lock, as the resolver does it (settleAction): the other way round they could wait for each other.
    await updateOutcome(tx, auditId, outcomeOf(answer), { message: messageOf(answer) });
    const isUnknown = answer.kind === 'unreadable' || answer.kind === 'unknown_outcome';
    if (isUnknown && observed.payment.status === 'creating') await postponeCheck(tx, payment.id, checkAfterLossAt(at));
    return { payment: observed.payment, failure: answer.kind === 'answer' ? null : answer };
  });
}

function creationObservation(answer: Answer | ProviderFailure): Observation {
  const { raw } = answer;
  switch (answer.kind) {
    case 'answer':
      return { source: 'create', statement: answer.statement, raw, deviations: answer.deviations };
    case 'declined':
    case 'unavailable':
      return { source: 'create', statement: neverCreated(answer.kind, answer.message), raw, deviations: [] };
    case 'unreadable':
    case 'unknown_outcome':
      return { source: 'create', statement: silent, raw, deviations: [answer.message] };
  }
}

/** The link does not exist at its provider and never will. */
export function neverCreated(code: Exclude<FailureCode, 'payment_failed'>, detail: string | null) {
  return { ...silent, status: 'failed' as const, isFinal: true, failure: { code, detail } };
}

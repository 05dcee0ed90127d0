import type { Db } from '../db/db.ts';
import type { ProblemError } from '../http/problems.ts';
import { observe } from '../payments/observe.ts';
import type { Payment } from '../payments/payment.ts';
import { silent } from '../payments/statement.ts';
import type { Absent, Answer, LinkHandle, ProviderFailure } from '../providers/provider.ts';
import { notAtProvider, providerProblem, providerTitles } from './provider-problem.ts';

/** The names under which a provider may know a link. */
export const handleOf = ({ reference, providerPaymentId }: Payment): LinkHandle => ({ reference, providerPaymentId });

/**
 * Writes down what a read said, within the caller's transaction. That a provider knows no such link is kept in the timeline and
 * changes nothing: one such answer does not undo what it said before. A failed read says nothing and leaves no trace here.
 */
export async function observeRead(
  tx: Db,
  payment: Payment,
  answer: Answer | Absent | ProviderFailure,
  at: Date,
): Promise<Payment> {
  if (answer.kind === 'answer') {
    const { statement, raw, deviations } = answer;
    return (await observe(tx, payment.id, { source: 'read', statement, raw, deviations }, at)).payment;
  }
  if (answer.kind === 'absent') {
    const deviations = [`${providerTitles[payment.provider]} says that it knows no such link.`];
    const observation = { source: 'read' as const, statement: silent, raw: answer.raw, deviations };
    return (await observe(tx, payment.id, observation, at)).payment;
  }
  return payment;
}

/** How the audit entry of an action calls the provider's answer. */
export function outcomeOf(answer: Answer | Absent | ProviderFailure) {
  const outcomes = {
    answer: 'done',
    absent: 'refused',
    declined: 'refused',
    unavailable: 'unavailable',
    unreadable: 'unknown',
    unknown_outcome: 'unknown',
  } as const;
  return outcomes[answer.kind];
}

/** The provider's words for the audit entry; null when it did as it was asked. */
export function messageOf(answer: Answer | Absent | ProviderFailure): string | null {
  if (answer.kind === 'answer') return null;
  return answer.kind === 'absent' ? 'no such link' : answer.message;
}

/** What to tell the person when the provider did not do as it was asked; null when it did. */
export function problemOf({ provider, id }: Payment, answer: Answer | Absent | ProviderFailure): ProblemError | null {
  if (answer.kind === 'answer') return null;
  return answer.kind === 'absent' ? notAtProvider(provider, id) : providerProblem(provider, answer, id);
}

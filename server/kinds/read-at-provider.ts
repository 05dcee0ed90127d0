import type { AuditDetail } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { ProblemError } from '../http/problems.ts';
import { observe } from '../payments/observe.ts';
import type { Payment } from '../payments/payment.ts';
import { silent } from '../payments/statement.ts';
import type { Absent, Answer, Done, PaymentHandle, ProviderFailure } from '../providers/provider.ts';
import { notAtProvider, providerProblem, providerTitles } from './provider-problem.ts';

/** The names under which a provider may know a payment. */
export const handleOf = ({ reference, providerPaymentId }: Payment): PaymentHandle => ({
  reference,
  providerPaymentId,
});

interface Asking {
  /** A person or a claim asked, unless it was the sweeper. */
  source?: 'read' | 'sweep';
  /** When the provider was asked: what was said since, the answer does not deny. */
  askedAt: Date;
  /** When it answered. */
  at: Date;
}

/**
 * Writes down what a read said, within the caller's transaction. That a provider knows no such payment is kept in the timeline
 * and changes nothing: one such answer does not undo what it said before. A failed read says nothing and leaves no trace here.
 */
export async function observeRead(
  tx: Db,
  payment: Payment,
  answer: Answer | Absent | ProviderFailure,
  { source = 'read', askedAt, at }: Asking,
): Promise<Payment> {
  const asked = { source, askedAt };
  if (answer.kind === 'answer') {
    const { statement, raw, deviations } = answer;
    return (await observe(tx, payment.id, { ...asked, statement, raw, deviations }, at)).payment;
  }
  if (answer.kind === 'absent') {
    const deviations = [`${providerTitles[payment.provider]} says that it knows no such payment.`];
    const statement = { ...silent, isAbsent: true as const };
    return (await observe(tx, payment.id, { ...asked, statement, raw: answer.raw, deviations }, at)).payment;
  }
  return payment;
}

/** How the audit entry of an action calls the provider's answer. */
export function outcomeOf(answer: Answer | Done | Absent | ProviderFailure) {
  const outcomes = {
    answer: 'done',
    done: 'done',
    absent: 'refused',
    declined: 'refused',
    unavailable: 'unavailable',
    unreadable: 'unknown',
    unknown_outcome: 'unknown',
  } as const;
  return outcomes[answer.kind];
}

/** The provider's words and code for the audit entry; nulls when it did as it was asked. */
export function detailOf(answer: Answer | Done | Absent | ProviderFailure): AuditDetail {
  switch (answer.kind) {
    case 'answer':
    case 'done':
      return { message: null, code: null };
    case 'absent':
      return { message: 'no such payment', code: null };
    case 'declined':
      return { message: answer.message, code: answer.code };
    default:
      return { message: answer.message, code: null };
  }
}

/** What to tell the person when the provider did not do as it was asked; null when it did. */
export function problemOf({ provider, id }: Payment, answer: Answer | Absent | ProviderFailure): ProblemError | null {
  if (answer.kind === 'answer') return null;
  return answer.kind === 'absent' ? notAtProvider(provider, id) : providerProblem(provider, answer, id);
}

import type { Payment } from '../payments/payment.ts';
import type { Absent, Answer, ProviderFailure } from '../providers/provider.ts';
import { type BudgetDeps, changeBudget } from './change-budget.ts';
import { failed } from './read-budget.ts';
import { forgetFailing } from './read-budgets.sql.ts';

/**
 * What the answer to a question about a payment, given at `at`, means for its account: when the provider asks for fewer, is
 * not there, or fails about several payments, all workers that ask it go slower (read-budget.ts).
 */
export async function heedAnswer(
  { db, config }: BudgetDeps,
  payment: Payment,
  answer: Answer | Absent | ProviderFailure,
  at: Date,
): Promise<void> {
  if (answer.kind !== 'unavailable' && answer.kind !== 'unknown_outcome') return forgetFailing(db, payment);
  const { isAboutAccount, retryAfterMs } =
    answer.kind === 'unavailable' ? answer : { isAboutAccount: false, retryAfterMs: null };
  const read = { paymentId: payment.id, isAboutAccount, retryAfterMs };
  await db.tx((tx) =>
    changeBudget(tx, config, payment, at, async (budget) => ({ budget: failed(budget, read, at), result: undefined })),
  );
}

import { settleAction } from '../audit/settle-action.ts';
import { heedAnswer } from '../budgets/heed-answer.ts';
import { clearDeleting, postponeCheck } from '../payments/intents.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentPort } from '../providers/provider.ts';
import { nextCheckAt, overAt } from './check-schedule.ts';
import { handleOf, observeRead } from './read-at-provider.ts';
import type { ResolverDeps } from './resolver-deps.ts';

/**
 * Finds out by reading what became of a delete whose answer is lost. An end or a payment closes it (observe does that). A
 * payment that still lives when the provider can no longer be working on our call was not deleted: it may be deleted again.
 */
export async function resolveDeletion(
  deps: ResolverDeps,
  port: Pick<PaymentPort<never>, 'read'>,
  payment: Payment,
  deletingSince: Date,
): Promise<void> {
  const { db, clock, config } = deps;
  const askedAt = clock();
  const answer = await port.read(handleOf(payment));
  const at = clock();
  await heedAnswer(deps, payment, answer, at);
  const callOverAt = overAt(deletingSince, config.providerTimeoutMs);
  await db.tx(async (tx) => {
    await postponeCheck(tx, payment.id, nextCheckAt(at, payment.checkAttempts, callOverAt));
    const isAnswered = answer.kind === 'answer' || answer.kind === 'absent';
    const isOver = isAnswered && at >= callOverAt;
    // Before the read is observed: that may lock the live events, which come last.
    const cleared = isOver ? await clearDeleting(tx, payment.id, at) : null;
    const latest = await observeRead(tx, cleared ?? payment, answer, { askedAt, at });
    if (latest.status === 'deleted') await settleAction(tx, payment.id, 'deletePayment', 'done');
    else if (latest.deletingSince === null)
      await settleAction(tx, payment.id, 'deletePayment', 'unavailable', { message: 'not deleted' });
  });
}

import { settleAction } from '../audit/settle-action.ts';
import { handleOf, observeRead } from '../links/read-at-provider.ts';
import { clearDeleting, postponeCheck } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import type { LinkProvider } from '../providers/provider.ts';
import { nextCheckAt, overAt } from './check-schedule.ts';
import type { ResolverDeps } from './resolver-deps.ts';

/**
 * Finds out by reading what became of a delete whose answer is lost. An end or a payment closes it (observe does that). A
 * link that still lives when the provider can no longer be working on our call was not deleted: it may be deleted again.
 */
export async function resolveDeletion(
  { db, clock, config }: ResolverDeps,
  links: Pick<LinkProvider, 'readLink'>,
  payment: Payment,
  deletingSince: Date,
): Promise<void> {
  const answer = await links.readLink(handleOf(payment));
  const at = clock();
  const callOverAt = overAt(deletingSince, config.providerTimeoutMs);
  await db.tx(async (tx) => {
    await postponeCheck(tx, payment.id, nextCheckAt(at, payment.checkAttempts, callOverAt));
    const isAnswered = answer.kind === 'answer' || answer.kind === 'absent';
    const isOver = isAnswered && at >= callOverAt;
    // Before the read is observed: that may lock the live events, which come last.
    const cleared = isOver ? await clearDeleting(tx, payment.id, at) : null;
    const latest = await observeRead(tx, cleared ?? payment, answer, at);
    if (latest.status === 'deleted') await settleAction(tx, payment.id, 'deleteLink', 'done');
    else if (latest.deletingSince === null)
      await settleAction(tx, payment.id, 'deleteLink', 'unavailable', { message: 'not deleted' });
  });
}

import { updateOutcome } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { ProblemError } from '../http/problems.ts';
import { checkAfterLossAt } from '../jobs/check-schedule.ts';
import { observe } from '../payments/observe.ts';
import { clearDeleting, postponeCheck } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import type { LinkProvider } from '../providers/provider.ts';
import type { LinkDeps } from './link-deps.ts';
import { handleOf, messageOf, observeRead, outcomeOf, problemOf } from './read-at-provider.ts';

export interface SentDeletion {
  payment: Payment;
  /** What to tell the person; null when it is deleted or when that is not known yet. */
  problem: ProblemError | null;
}

/**
 * Asks the provider to delete a link that is marked as being deleted, with no transaction open, and writes down what it
 * answered. After a refusal it reads once, so that the ledger learns why. A lost answer is left to the resolver.
 */
export async function sendDeletion(
  deps: Pick<LinkDeps, 'db' | 'clock'>,
  links: Pick<LinkProvider, 'deleteLink' | 'readLink'>,
  { payment, auditId }: { payment: Payment; auditId: number },
): Promise<SentDeletion> {
  const answer = await links.deleteLink(handleOf(payment));
  const at = deps.clock();
  const isUnknown = answer.kind === 'unreadable' || answer.kind === 'unknown_outcome';
  // The refusal alone says only that the status is another one ("Invalid Payment Status").
  const why = answer.kind === 'declined' ? await links.readLink(handleOf(payment)) : null;

  async function writeDown(tx: Db): Promise<Payment> {
    if (answer.kind === 'answer') {
      const { statement, raw, deviations } = answer;
      return (await observe(tx, payment.id, { source: 'delete', statement, raw, deviations }, at)).payment;
    }
    if (isUnknown) {
      await postponeCheck(tx, payment.id, checkAfterLossAt(at));
      return payment;
    }
    const cleared = (await clearDeleting(tx, payment.id, at)) ?? payment;
    return observeRead(tx, cleared, why ?? answer, at);
  }

  const latest = await deps.db.tx(async (tx) => {
    const written = await writeDown(tx);
    // Under the payment's lock, as the resolver does it (settleAction): the other way round they could wait for each other.
    await updateOutcome(tx, auditId, outcomeOf(answer), { message: messageOf(answer) });
    return written;
  });
  return { payment: latest, problem: isUnknown ? null : problemOf(payment, answer) };
}

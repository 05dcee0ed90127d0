import { updateOutcome } from '../audit/record.ts';
import type { Db } from '../db/db.ts';
import type { ProblemError } from '../http/problems.ts';
import { clearDeleting, postponeCheck } from '../payments/intents.ts';
import { observe } from '../payments/observe.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentPort } from '../providers/provider.ts';
import { checkAfterLossAt } from './check-schedule.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { detailOf, handleOf, observeRead, outcomeOf, problemOf } from './read-at-provider.ts';

export interface SentDeletion {
  payment: Payment;
  /** What to tell the person; null when it is deleted or when that is not known yet. */
  problem: ProblemError | null;
}

/**
 * Asks the provider to delete a payment that is marked as being deleted, with no transaction open, and writes down what it
 * answered. After a refusal it reads once, so that the ledger learns why. A lost answer is left to the resolver.
 */
export async function sendDeletion(
  deps: Pick<PaymentDeps, 'db' | 'clock'>,
  port: Pick<PaymentPort<never>, 'delete' | 'read'>,
  { payment, auditId }: { payment: Payment; auditId: number },
): Promise<SentDeletion> {
  if (!port.delete) throw new Error('a deletion was allowed that the provider has no call for');
  const answer = await port.delete(handleOf(payment));
  const at = deps.clock();
  const isUnknown = answer.kind === 'unreadable' || answer.kind === 'unknown_outcome';
  // The refusal alone says only that the status is another one ("Invalid Payment Status").
  const why = answer.kind === 'declined' ? await port.read(handleOf(payment)) : null;

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
    return observeRead(tx, cleared, why ?? answer, { askedAt: at, at });
  }

  const latest = await deps.db.tx(async (tx) => {
    const written = await writeDown(tx);
    // Under the payment's lock, as the resolver does it (settleAction): the other way round they could wait for each other.
    await updateOutcome(tx, auditId, outcomeOf(answer), detailOf(answer));
    return written;
  });
  return { payment: latest, problem: isUnknown ? null : problemOf(payment, answer) };
}

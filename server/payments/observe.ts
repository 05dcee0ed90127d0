import type { Db } from '../db/db.ts';
import { appendLiveEvent } from '../live/append-live-event.ts';
import type { Belief } from './belief.ts';
import { believe } from './believe.ts';
import { differs } from './changes.ts';
import { digestOf } from './digest.ts';
import type { Fact } from './fact-order.ts';
import { findByProviderId } from './find-payment.ts';
import { type Judgement, judge } from './judge.ts';
import { insertObservation, lockPayment, readFacts, type Unknowns, updatePayment } from './observe.sql.ts';
import type { Observation, Payment } from './payment.ts';

export interface Observed extends Pick<Judgement, 'verdict' | 'reason'> {
  payment: Payment;
  /** Whether anything that we believe of the payment is different now. */
  changed: boolean;
}

/**
 * The only door through which a payment changes. Keeps the observation whatever it says, believes what follows from all
 * of them, and tells the streams. In: an open transaction, which may hold the audit entry and the callback's state too,
 * and observes one payment only; `at` is when we heard it. Throws when there is no such payment.
 */
export async function observe(tx: Db, paymentId: string, observation: Observation, at: Date): Promise<Observed> {
  const stored = await lockPayment(tx, paymentId);
  if (!stored) throw new Error(`observed a payment that is not in the ledger: ${paymentId}`);
  const { payment: before, order } = stored;
  const earlier = await readFacts(tx, paymentId);
  const { source, statement } = observation;
  const fact: Fact = { id: null, source, statement, digest: digestOf(statement), observedAt: at };

  const origin = { reference: before.reference, createdAt: before.createdAt, imported: before.imported, order };
  const after = await withOwnId(tx, before, believe(origin, [...earlier, fact]));
  const judgement = judge(origin, before, after, fact, earlier);
  const unknowns = unknownsAfter(before, after);
  const changed = differs(before, after) || unknowns.deletingSince?.getTime() !== before.deletingSince?.getTime();

  await insertObservation(tx, paymentId, observation, fact, judgement);
  const isUntouched = !changed && unknowns.checkAfter?.getTime() === before.checkAfter?.getTime();
  if (isUntouched) return { payment: before, verdict: judgement.verdict, reason: judgement.reason, changed };

  const version = changed ? { version: before.version + 1, updatedAt: at } : before;
  const payment = await updatePayment(tx, paymentId, after, unknowns, version);
  if (changed) await appendLiveEvent(tx, payment.environment, paymentId);
  return { payment, verdict: judgement.verdict, reason: judgement.reason, changed };
}

/** A provider that names one link twice would have two payments share it: the first keeps the name. */
async function withOwnId(tx: Db, before: Payment, after: Belief): Promise<Belief> {
  const { id, environment, provider } = before;
  const { providerPaymentId } = after;
  if (providerPaymentId === null || providerPaymentId === before.providerPaymentId) return after;
  const holder = await findByProviderId(tx, environment, provider, providerPaymentId);
  return holder && holder.id !== id ? { ...after, providerPaymentId: before.providerPaymentId } : after;
}

/** The resolver has nothing more to find out once the creation is resolved and no delete is open; an end closes a delete. */
function unknownsAfter(before: Payment, after: Belief): Unknowns {
  const deletingSince = after.ended || after.status === 'paid' ? null : before.deletingSince;
  if (after.status === 'creating' || deletingSince !== null) return { ...before, deletingSince };
  return { deletingSince, checkAfter: null, checkAttempts: 0 };
}

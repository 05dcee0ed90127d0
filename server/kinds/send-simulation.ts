import { updateOutcome } from '../audit/record.ts';
import { markSimulated } from '../payments/intents.ts';
import type { Payment } from '../payments/payment.ts';
import type { Absent, Done, PaymentPort, ProviderFailure, SimulationStep } from '../providers/provider.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { detailOf, handleOf, outcomeOf } from './read-at-provider.ts';

export interface SentSimulation {
  payment: Payment;
  answer: Done | Absent | ProviderFailure;
}

/**
 * Has the provider pretend that a step of a payment happened, with no transaction open, and writes down what it answered. From
 * then on its callback is awaited, unless the provider did nothing. The callback may be here before the answer, so what is
 * noted is when the provider was asked.
 */
export async function sendSimulation(
  { db, clock }: Pick<PaymentDeps, 'db' | 'clock'>,
  port: Pick<PaymentPort<never>, 'simulate'>,
  { payment, step, auditId }: { payment: Payment; step: SimulationStep; auditId: number },
): Promise<SentSimulation> {
  const simulate = port.simulate[step];
  if (!simulate) throw new Error('a simulation was allowed that the provider has no call for');
  const askedAt = clock();
  const answer = await simulate(handleOf(payment));
  const outcome = outcomeOf(answer);
  const latest = await db.tx(async (tx) => {
    const wasDone = outcome === 'done' || outcome === 'unknown';
    const marked = wasDone ? await markSimulated(tx, payment.id, askedAt) : payment;
    await updateOutcome(tx, auditId, outcome, detailOf(answer));
    return marked;
  });
  return { payment: latest, answer };
}

import { updateOutcome } from '../audit/record.ts';
import { postponeCheck } from '../payments/intents.ts';
import { neverCreated } from '../payments/never-created.ts';
import { observe } from '../payments/observe.ts';
import type { Observation, Payment, PaymentKind } from '../payments/payment.ts';
import { silent } from '../payments/statement.ts';
import type { Answer, Orders, PaymentPort, ProviderFailure } from '../providers/provider.ts';
import { checkAfterLossAt } from './check-schedule.ts';
import { refuseOlder } from './older-payment.ts';
import type { Intent } from './open-intent.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { detailOf, outcomeOf } from './read-at-provider.ts';

export interface SentCreation {
  payment: Payment;
  failure: ProviderFailure | null;
}

/**
 * Asks the provider for the payment of an intent, with no transaction open, and writes down what it answered. An answer that
 * is lost or unreadable leaves the payment `creating`, for the resolver.
 */
export async function sendCreation<K extends PaymentKind>(
  deps: Pick<PaymentDeps, 'db' | 'clock'>,
  port: Pick<PaymentPort<Orders[K]>, 'create'>,
  { payment, order, auditId }: Intent<K>,
): Promise<SentCreation> {
  const answer = refuseOlder(await port.create(order), payment);
  const at = deps.clock();
  return deps.db.tx(async (tx) => {
    const observed = await observe(tx, payment.id, creationObservation(answer), at);
    // Under the payment's lock, as the resolver does it (settleAction): the other way round they could wait for each other.
    await updateOutcome(tx, auditId, outcomeOf(answer), detailOf(answer));
    const isUnknown = answer.kind === 'unreadable' || answer.kind === 'unknown_outcome';
    if (isUnknown && observed.payment.status === 'creating') await postponeCheck(tx, payment.id, checkAfterLossAt(at));
    return { payment: observed.payment, failure: answer.kind === 'answer' ? null : answer };
  });
}

function creationObservation(answer: Answer | ProviderFailure): Observation {
  const { raw } = answer;
  const observation = { source: 'create' as const, raw, deviations: [] };
  switch (answer.kind) {
    case 'answer':
      return { ...observation, statement: answer.statement, deviations: answer.deviations };
    case 'declined':
      return { ...observation, statement: neverCreated('declined', answer.message, answer.code) };
    case 'unavailable':
      return { ...observation, statement: neverCreated('unavailable', answer.message, null) };
    case 'unreadable':
    case 'unknown_outcome':
      return { ...observation, statement: silent, deviations: [answer.message] };
  }
}

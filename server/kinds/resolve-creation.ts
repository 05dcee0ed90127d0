import { settleAction } from '../audit/settle-action.ts';
import { heedAnswer } from '../budgets/heed-answer.ts';
import type { Db } from '../db/db.ts';
import { findPayment } from '../payments/find-payment.ts';
import { postponeCheck } from '../payments/intents.ts';
import { neverCreated } from '../payments/never-created.ts';
import { observe } from '../payments/observe.ts';
import type { Payment, PaymentKind } from '../payments/payment.ts';
import type { Absent, Answer, Orders, PaymentPort, ProviderFailure } from '../providers/provider.ts';
import { nextCheckAt, overAt } from './check-schedule.ts';
import type { Kind } from './kind.ts';
import { isOlder } from './older-payment.ts';
import type { ResolverDeps } from './resolver-deps.ts';

/**
 * Finds out what became of a creation whose answer is lost: asks the provider, which never makes a second payment of it
 * (PaymentPort.resolveCreation). Created when the provider shows it; never created only when the provider says so itself
 * and can no longer be working on our call. Anything else leaves it as it is, to be asked again.
 */
export async function resolveCreation<K extends PaymentKind>(
  deps: ResolverDeps,
  { createAction }: Kind<K>,
  port: Pick<PaymentPort<Orders[K]>, 'resolveCreation'>,
  payment: Payment,
  order: Orders[K],
): Promise<void> {
  const { db, clock, config } = deps;
  const answer = await port.resolveCreation(order);
  const at = clock();
  await heedAnswer(deps, payment, answer, at);
  const callOverAt = overAt(payment.createdAt, config.providerTimeoutMs);

  async function created(tx: Db, { statement, raw, deviations }: Answer): Promise<void> {
    await settleAction(tx, payment.id, createAction, 'done');
    await observe(tx, payment.id, { source: 'read', statement, raw, deviations }, at);
  }

  /** The provider's last word, once our call is over: no payment, or somebody else's older one. Nothing when it has not given one. */
  async function notCreated(tx: Db, { kind, raw }: Answer | Absent | ProviderFailure): Promise<void> {
    if (kind !== 'absent' && kind !== 'answer') return;
    await settleAction(tx, payment.id, createAction, 'unavailable', { message: 'never created' });
    const statement = neverCreated('not_created', null, null);
    await observe(tx, payment.id, { source: 'read', statement, raw, deviations: [] }, at);
  }

  await db.tx(async (tx) => {
    // Locks the row, so that the look at it holds until we are through: the answer or a callback may have come meanwhile.
    await postponeCheck(tx, payment.id, nextCheckAt(at, payment.checkAttempts, callOverAt));
    const latest = await findPayment(tx, payment.environment, payment.kind, payment.id);
    if (latest?.status !== 'creating') return;
    if (answer.kind === 'answer' && !isOlder(answer.statement, payment)) return created(tx, answer);
    if (at >= callOverAt) await notCreated(tx, answer);
  });
}

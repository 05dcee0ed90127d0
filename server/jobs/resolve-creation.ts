import { settleAction } from '../audit/settle-action.ts';
import type { Db } from '../db/db.ts';
import { isOlder } from '../links/older-link.ts';
import { neverCreated } from '../links/send-creation.ts';
import { findPayment } from '../payments/find-payment.ts';
import { observe } from '../payments/observe.ts';
import { postponeCheck } from '../payments/open-intent.ts';
import type { Payment } from '../payments/payment.ts';
import type { Absent, Answer, LinkOrder, LinkProvider, ProviderFailure } from '../providers/provider.ts';
import { nextCheckAt, overAt } from './check-schedule.ts';
import type { ResolverDeps } from './resolver-deps.ts';

/**
 * Finds out what became of a creation whose answer is lost: asks the provider, which never makes a second link of it
 * (LinkProvider.resolveCreation). Created when the provider shows it; never created only when the provider says so itself
 * and can no longer be working on our call. Anything else leaves it as it is, to be asked again.
 */
export async function resolveCreation(
  { db, clock, config }: ResolverDeps,
  links: Pick<LinkProvider, 'resolveCreation'>,
  payment: Payment,
  order: LinkOrder,
): Promise<void> {
  const answer = await links.resolveCreation(order);
  const at = clock();
  const callOverAt = overAt(payment.createdAt, config.providerTimeoutMs);
  await db.tx(async (tx) => {
    // Locks the row, so that the look at it holds until we are through: the answer or a callback may have come meanwhile.
    await postponeCheck(tx, payment.id, nextCheckAt(at, payment.checkAttempts, callOverAt));
    const latest = await findPayment(tx, payment.environment, payment.kind, payment.id);
    if (latest?.status !== 'creating') return;
    if (answer.kind === 'answer' && !isOlder(answer.statement, payment)) return created(tx, payment, answer, at);
    if (at >= callOverAt) await notCreated(tx, payment, answer, at);
  });
}

async function created(tx: Db, { id }: Payment, { statement, raw, deviations }: Answer, at: Date): Promise<void> {
  await settleAction(tx, id, 'createLink', 'done');
  await observe(tx, id, { source: 'read', statement, raw, deviations }, at);
}

/** The provider's last word, once our call is over: no link, or somebody else's older one. Nothing when it has not given one. */
async function notCreated(tx: Db, { id }: Payment, answer: Answer | Absent | ProviderFailure, at: Date): Promise<void> {
  if (answer.kind !== 'absent' && answer.kind !== 'answer') return;
  await settleAction(tx, id, 'createLink', 'unavailable', { message: 'never created' });
  const statement = neverCreated('not_created', null);
  await observe(tx, id, { source: 'read', statement, raw: answer.raw, deviations: [] }, at);
}

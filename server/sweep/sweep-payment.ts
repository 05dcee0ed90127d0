import type { BudgetDeps } from '../budgets/change-budget.ts';
import { heedAnswer } from '../budgets/heed-answer.ts';
import { handleOf, observeRead } from '../kinds/read-at-provider.ts';
import { endSweepLease, postponeSwept, releaseSwept, type SweptPayment } from '../payments/lease-payments.ts';
import type { Accounts } from '../providers/accounts.ts';

export interface SweepDeps extends BudgetDeps {
  accounts: Accounts;
  clock: () => Date;
}

const minuteMs = 60_000;
const longestPauseMs = 6 * 60 * minuteMs;

/**
 * Reads a leased payment that should have changed, and writes down what its provider says, as found by the sweep. When it
 * can't be read it keeps its place, and is left alone for the longer the more often that was so, unless its account is the cause.
 */
export async function sweepPayment(deps: SweepDeps, { payment, attempts }: SweptPayment): Promise<void> {
  const { db, accounts, clock } = deps;
  const port = accounts.get(payment.environment, payment.provider)?.ports[payment.kind];
  if (!port) return;
  const askedAt = clock();
  const answer = await port.read(handleOf(payment));
  const at = clock();
  await heedAnswer(deps, payment, answer, at);
  if (answer.kind === 'unavailable' && answer.isAboutAccount) return releaseSwept(db, payment.id);
  if (answer.kind !== 'answer' && answer.kind !== 'absent')
    return postponeSwept(db, payment.id, new Date(at.getTime() + pauseMs(attempts + 1)));
  await db.tx(async (tx) => {
    await endSweepLease(tx, payment.id);
    await observeRead(tx, payment, answer, { source: 'sweep', askedAt, at });
  });
}

/** After so many attempts: what can never be read must not take the turn of the others. */
const pauseMs = (attempts: number): number => Math.min(minuteMs * 2 ** Math.min(attempts - 1, 10), longestPauseMs);

import { handleOf, observeRead } from '../kinds/read-at-provider.ts';
import { endSweepLease, postponeSweep, type SweptPayment } from '../payments/lease-payments.ts';
import type { Accounts } from '../providers/accounts.ts';
import type { ProviderFailure } from '../providers/provider.ts';
import { type BudgetDeps, slowDownReads } from './spend-reads.ts';

export interface SweepDeps extends BudgetDeps {
  accounts: Accounts;
  clock: () => Date;
}

const minuteMs = 60_000;
const longestPauseMs = 6 * 60 * minuteMs;

/**
 * Reads a leased payment that should have changed, and writes down what its provider says, as found by the sweep. When it
 * can't be read it keeps its place, and is left alone for a while.
 */
export async function sweepPayment(deps: SweepDeps, { payment, attempts }: SweptPayment): Promise<void> {
  const { db, accounts, clock } = deps;
  const port = accounts.get(payment.environment, payment.provider)?.ports[payment.kind];
  if (!port) return;
  const askedAt = clock();
  const answer = await port.read(handleOf(payment));
  const at = clock();
  if (answer.kind !== 'answer' && answer.kind !== 'absent') {
    if (answer.kind === 'unavailable') await slowDownReads(deps, payment, at, answer.retryAfterMs);
    return postponeSweep(db, payment.id, new Date(at.getTime() + pauseMs(answer, attempts)));
  }
  await db.tx(async (tx) => {
    await endSweepLease(tx, payment.id);
    await observeRead(tx, payment, answer, { source: 'sweep', askedAt, at });
  });
}

/** One payment that can never be read must not take the turn of the others; an account that is away slows down as a whole. */
function pauseMs(failure: ProviderFailure, attempts: number): number {
  const growingMs = Math.min(minuteMs * 2 ** Math.min(attempts - 1, 10), longestPauseMs);
  if (failure.kind !== 'unavailable') return growingMs;
  return Math.min(failure.retryAfterMs ?? minuteMs, longestPauseMs);
}

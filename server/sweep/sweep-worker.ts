import { changeBudget } from '../budgets/change-budget.ts';
import { allowedSweeps, spentOnSweep } from '../budgets/read-budget.ts';
import { type RunningCalls, within } from '../jobs/running-calls.ts';
import { createWorker, type Worker } from '../jobs/worker.ts';
import { hasPaymentsToConfirm, leasePaymentsToSweep, type SweptPayment } from '../payments/lease-payments.ts';
import type { AccountName } from '../payments/statement.ts';
import { hasDue } from './sweep.sql.ts';
import { type SweepDeps, sweepPayment } from './sweep-payment.ts';

const everyMs = 1_000;
const mostAtOnce = 10;
/** How long an account's next reads wait for those before them; another account's too. */
const waitMs = 10_000;
const leaseMarginMs = 10_000;

export interface SweeperDeps extends SweepDeps {
  config: { readsPerMinute: number; providerTimeoutMs: number };
  calls: RunningCalls;
  log: { error(fields: object, message: string): void };
}

/**
 * The worker that reads payments which should have changed and of which nobody told us (payments/sweep-after.ts): of each
 * provider account as many as its budget allows, those that are overdue longest first. Several replicas share the work
 * through leases and the budget.
 */
export function createSweeper(deps: SweeperDeps): Worker {
  return createWorker({
    name: 'sweep-payments',
    everyMs,
    log: deps.log,
    async doSome() {
      const rounds = await Promise.all(deps.accounts.list().map((account) => sweepSome(deps, account)));
      return rounds.reduce((sum, count) => sum + count, 0);
    },
  });
}

async function sweepSome(deps: SweeperDeps, account: AccountName): Promise<number> {
  if (!(await hasDue(deps.db, account, deps.clock()))) return 0;
  const leased = await leaseWithinBudget(deps, account);
  await within(Promise.allSettled(leased.map((one) => deps.calls.track(sweepPayment(deps, one)))), waitMs);
  return leased.length;
}

/** The lease outlives the read, so that no replica reads a payment while another is at it. */
function leaseWithinBudget({ db, clock, config }: SweeperDeps, account: AccountName): Promise<SweptPayment[]> {
  const at = clock();
  const leaseMs = config.providerTimeoutMs + leaseMarginMs;
  return db.tx((tx) =>
    changeBudget(tx, config, account, at, async (budget) => {
      const areClaimsWaiting = await hasPaymentsToConfirm(tx, account, at);
      const limit = Math.min(mostAtOnce, allowedSweeps(budget, areClaimsWaiting));
      const result = limit === 0 ? [] : await leasePaymentsToSweep(tx, account, { at, limit, leaseMs });
      return {
        budget: spentOnSweep(
          budget,
          result.reduce((sum, one) => sum + callsOf(one), 0),
        ),
        result,
      };
    }),
  );
}

/** REM is asked twice for a link whose id it has not told us (providers/rem/links.ts). */
const callsOf = ({ payment }: SweptPayment): number => (payment.providerPaymentId === null ? 2 : 1);

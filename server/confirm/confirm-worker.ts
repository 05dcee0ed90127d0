import { changeBudget } from '../budgets/change-budget.ts';
import { allowedConfirmations, spent } from '../budgets/read-budget.ts';
import { createLanedWorker } from '../jobs/laned-worker.ts';
import { type RunningCalls, within } from '../jobs/running-calls.ts';
import type { Worker } from '../jobs/worker.ts';
import { hasPaymentsToConfirm, leasePaymentsToConfirm } from '../payments/lease-payments.ts';
import type { Payment } from '../payments/payment.ts';
import type { ProviderAccount } from '../providers/accounts.ts';
import { type ConfirmDeps, confirmPayment } from './confirm-payment.ts';

const everyMs = 1_000;
/**
 * How soon another confirmer asks about what a killed one had in hand. A call may take longer: its own process waits for it,
 * and another replica asks once more, which does no harm.
 */
const leaseMs = 30_000;
/** Questions to one account under way at the same time, from one replica. */
const mostAtOnce = 20;
/** How long the worker stays at an account of which nothing is due, and which does not answer what it was asked. */
const patienceMs = 3_000;

export interface ConfirmerDeps extends ConfirmDeps {
  calls: RunningCalls;
  log: { error(fields: object, message: string): void };
}

interface Lane {
  account: ProviderAccount;
  /** The ids of the payments about which this process is asking now. */
  asking: Set<string>;
}

/**
 * The worker that has providers confirm what their unsigned callbacks claim (REM). Each account has a lane: one that does not
 * answer holds up no other. Several replicas share the work through leases; whoever stores a claim nudges it.
 */
export function createConfirmer(deps: ConfirmerDeps): Worker {
  const lanes = new Map(
    deps.accounts
      .list()
      .map((account): [string, Lane] => [
        `${account.environment} ${account.provider}`,
        { account, asking: new Set<string>() },
      ]),
  );
  return createLanedWorker({
    name: 'confirm-claims',
    everyMs,
    log: deps.log,
    async dueLanes() {
      const due: string[] = [];
      for (const [name, { account, asking }] of lanes)
        if (await hasPaymentsToConfirm(deps.db, account, deps.clock(), asking)) due.push(name);
      return due;
    },
    async workOn(name, isHeld) {
      const lane = lanes.get(name);
      return lane ? confirmAll(deps, lane, isHeld) : 0;
    },
  });
}

/**
 * Resolves when nothing is due and all is answered, or when all that is left is not answered for long; those calls go on
 * beside. Until then it looks for new claims as often as the worker itself does.
 */
async function confirmAll(deps: ConfirmerDeps, lane: Lane, isHeld: () => boolean): Promise<number> {
  const underWay = new Set<Promise<unknown>>();
  let done = 0;
  let quietMs = 0;
  while (!isHeld() && quietMs < patienceMs) {
    const leased = await leaseWithinBudget(deps, lane);
    done += leased.length;
    for (const payment of leased) {
      const call: Promise<unknown> = deps.calls
        .track(confirm(deps, lane, payment))
        .finally(() => underWay.delete(call));
      underWay.add(call);
    }
    if (underWay.size === 0) break;
    const ended = await within(Promise.allSettled(underWay), everyMs);
    quietMs = ended === 'pending' && leased.length === 0 ? quietMs + everyMs : 0;
  }
  return done;
}

async function confirm(deps: ConfirmerDeps, { asking }: Lane, payment: Payment): Promise<void> {
  asking.add(payment.id);
  try {
    await confirmPayment(deps, payment);
  } finally {
    asking.delete(payment.id);
  }
}

function leaseWithinBudget({ db, config, clock }: ConfirmerDeps, { account, asking }: Lane): Promise<Payment[]> {
  const at = clock();
  return db.tx((tx) =>
    changeBudget(tx, config, account, at, async (budget) => {
      const limit = Math.min(mostAtOnce - asking.size, allowedConfirmations(budget, config.readsPerMinute));
      const result = limit === 0 ? [] : await leasePaymentsToConfirm(tx, account, { at, limit, leaseMs }, asking);
      return { budget: spent(budget, result.length), result };
    }),
  );
}

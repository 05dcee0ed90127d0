import { type RunningCalls, within } from '../jobs/running-calls.ts';
import { createWorker, type Worker } from '../jobs/worker.ts';
import { leasePaymentsToConfirm } from '../payments/lease-payments.ts';
import { type ConfirmDeps, confirmPayment } from './confirm-payment.ts';

const everyMs = 1_000;
/** Two confirmers at one payment would do no harm, only ask twice; a killed one's payments come back after this. */
const leaseMs = 30_000;
const mostAtOnce = 20;
/** How long the next claims wait for those before them. A provider that does not answer about one holds up no other for longer. */
const waitMs = 3_000;

export interface ConfirmerDeps extends ConfirmDeps {
  calls: RunningCalls;
  log: { error(fields: object, message: string): void };
}

/**
 * The worker that has providers confirm what their unsigned callbacks claim (REM). Several replicas share the work through
 * leases; whoever stores a claim nudges it.
 */
export function createConfirmer(deps: ConfirmerDeps): Worker {
  let underWay = 0;

  async function confirm(payment: Parameters<typeof confirmPayment>[1]): Promise<void> {
    underWay += 1;
    try {
      await confirmPayment(deps, payment);
    } finally {
      underWay -= 1;
    }
  }

  return createWorker({
    name: 'confirm-claims',
    everyMs,
    log: deps.log,
    async doSome() {
      const limit = mostAtOnce - underWay;
      if (limit <= 0) return 0;
      const leased = await leasePaymentsToConfirm(deps.db, { at: deps.clock(), limit, leaseMs });
      await within(Promise.allSettled(leased.map((payment) => deps.calls.track(confirm(payment)))), waitMs);
      return leased.length;
    },
  });
}

import { createLanedWorker } from '../jobs/laned-worker.ts';
import type { Worker } from '../jobs/worker.ts';
import { advanceOrder } from './advance-order.ts';
import type { AdvanceDeps } from './resend-deps.ts';
import { dueOrders } from './resend-orders.sql.ts';

/** An order sends a second's worth at once: twice in that time is often enough. */
const everyMs = 500;

/** The worker that sends the items of orders, each order at its own pace. */
export function createResendsWorker(deps: AdvanceDeps): Worker {
  return createLanedWorker({
    name: 'resend-orders',
    everyMs,
    log: deps.log,
    dueLanes: () => dueOrders(deps.db, deps.clock()),
    async workOn(orderId, isHeld) {
      let done = 0;
      while (!isHeld()) {
        const some = await advanceOrder(deps, orderId);
        if (some === 0) break;
        done += some;
      }
      return done;
    },
  });
}

import { findPayment } from '../payments/find-payment.ts';
import type { Payment } from '../payments/payment.ts';
import type { PaymentDeps } from './payment-deps.ts';

const firstPauseMs = 50;
const longestPauseMs = 1_000;

/**
 * Waits until it is known what became of a creation that another request, perhaps of another replica, has sent;
 * `answerWithinMs` at most. Reads again after ever longer pauses. Out: the payment as it is then.
 */
export async function awaitOutcome(deps: Pick<PaymentDeps, 'db' | 'config'>, payment: Payment): Promise<Payment> {
  const deadline = performance.now() + deps.config.answerWithinMs;
  let latest = payment;
  for (let pauseMs = firstPauseMs; latest.status === 'creating'; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const leftMs = deadline - performance.now();
    if (leftMs <= 0) break;
    await new Promise((resolve) => setTimeout(resolve, Math.min(pauseMs, leftMs)));
    latest = (await findPayment(deps.db, payment.environment, payment.kind, payment.id)) ?? latest;
  }
  return latest;
}

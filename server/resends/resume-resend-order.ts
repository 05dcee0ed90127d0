import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { usableDestination } from '../destinations/usable-destination.ts';
import { changeResendOrder, type OrderRequest } from './change-resend-order.ts';
import { orderDoesNotAllow } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';
import { writeStand } from './resend-orders.sql.ts';

/**
 * Goes on where it was paused. One that is not paused stays as it is. Throws not-found, resend-not-allowed when it has ended or
 * another order to its target runs, and destination-not-allowed while its destination is paused.
 */
export function resumeResendOrder(
  deps: Pick<ResendDeps, 'db' | 'clock'>,
  actor: Actor,
  request: OrderRequest,
): Promise<components['schemas']['ResendOrder']> {
  return changeResendOrder(deps, actor, 'resumeResendOrder', request, async (tx, order, at) => {
    if (order.endedAt !== null) throw orderDoesNotAllow('order_moved_on', 'The order has ended.');
    if (order.pausedAt === null) return 'as it was';
    if (order.destinationId !== null) await usableDestination(tx, order.environment, order.destinationId);
    const goingOn = { pausedAt: null, pausedReason: null, problem: null, refusals: 0, nextAt: at };
    await writeStand(tx, { ...order, ...goingOn });
    return 'changed';
  });
}

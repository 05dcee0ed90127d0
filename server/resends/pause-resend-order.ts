import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeResendOrder, type OrderRequest } from './change-resend-order.ts';
import { orderDoesNotAllow } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';
import { writeStand } from './resend-orders.sql.ts';

/**
 * Sends nothing more for now; what is under way gets its result. One that is paused stays as it is. Throws not-found, and
 * resend-not-allowed when it has ended or waits for a person anyway.
 */
export function pauseResendOrder(
  deps: Pick<ResendDeps, 'db' | 'clock'>,
  actor: Actor,
  request: OrderRequest,
): Promise<components['schemas']['ResendOrder']> {
  return changeResendOrder(deps, actor, 'pauseResendOrder', request, async (tx, order, at) => {
    if (order.endedAt !== null) throw orderDoesNotAllow('order_moved_on', 'The order has ended.');
    if (order.pausedAt !== null) return 'as it was';
    if (order.stage === 'canary_done')
      throw orderDoesNotAllow('order_moved_on', 'The order sends nothing until somebody continues it.');
    await writeStand(tx, { ...order, pausedAt: at, pausedReason: 'by_person' });
    return 'changed';
  });
}

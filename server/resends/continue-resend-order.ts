import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeResendOrder, type OrderRequest } from './change-resend-order.ts';
import { orderDoesNotAllow } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';
import { writeStand } from './resend-orders.sql.ts';

/**
 * Sends the rest, after a person has looked at what came of the canary. One that goes on already stays as it is. Throws
 * not-found, and resend-not-allowed before the canary has its result, after the end, or while another order to its target runs.
 */
export function continueResendOrder(
  deps: Pick<ResendDeps, 'db' | 'clock'>,
  actor: Actor,
  request: OrderRequest,
): Promise<components['schemas']['ResendOrder']> {
  return changeResendOrder(deps, actor, 'continueResendOrder', request, async (tx, order, at) => {
    if (order.endedAt !== null) throw orderDoesNotAllow('order_moved_on', 'The order has ended.');
    if (order.pausedAt !== null) throw orderDoesNotAllow('order_moved_on', 'The order is paused. Resume it.');
    if (order.stage === 'running') return 'as it was';
    if (order.stage === 'canary')
      throw orderDoesNotAllow('order_moved_on', 'The first one has no result yet. Wait for it.');
    await writeStand(tx, { ...order, stage: 'running', nextAt: at });
    return 'changed';
  });
}

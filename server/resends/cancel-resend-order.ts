import type { components } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import { changeResendOrder, type OrderRequest } from './change-resend-order.ts';
import { finishOrder } from './finish-order.ts';
import { orderDoesNotAllow } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';

/**
 * Sends nothing more; what is sent is sent, and what is under way still gets its result. One that was cancelled stays as it
 * is. Throws not-found, and resend-not-allowed when it is done.
 */
export function cancelResendOrder(
  deps: Pick<ResendDeps, 'db' | 'clock'>,
  actor: Actor,
  request: OrderRequest,
): Promise<components['schemas']['ResendOrder']> {
  return changeResendOrder(deps, actor, 'cancelResendOrder', request, async (tx, order, at) => {
    if (order.endedAs === 'cancelled') return 'as it was';
    if (order.endedAs === 'done') throw orderDoesNotAllow('order_moved_on', 'The order is done.');
    await finishOrder(tx, order.id, { endedAs: 'cancelled', problem: null }, at);
    return 'changed';
  });
}

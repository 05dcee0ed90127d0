import type { components, operations } from '../../openapi/generated/console.ts';
import type { Actor } from '../auth/actor.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import { recordOrderAction } from './record-order-action.ts';
import { anotherRuns, noSuchOrder } from './refusals.ts';
import type { ResendDeps } from './resend-deps.ts';
import { presentResendOrder, type ResendOrder } from './resend-order.ts';
import { lockOrder } from './resend-orders.sql.ts';

export interface OrderRequest {
  environment: EnvironmentName;
  /** rso_… */
  id: string;
}

/**
 * Does something to an order under its lock, and writes down that this person did it, unless `change` says that it was so
 * already. Gives the order as it is then. Throws not-found, and resend-not-allowed when another order to the same target runs.
 */
export async function changeResendOrder(
  { db, clock }: Pick<ResendDeps, 'db' | 'clock'>,
  actor: Actor,
  action: keyof operations,
  { environment, id }: OrderRequest,
  change: (tx: Db, order: ResendOrder, at: Date) => Promise<'changed' | 'as it was'>,
): Promise<components['schemas']['ResendOrder']> {
  const at = clock();
  try {
    return await db.tx(async (tx) => {
      const order = await lockOrder(tx, id);
      if (order?.environment !== environment) throw noSuchOrder();
      const outcome = await change(tx, order, at);
      if (outcome === 'changed') await recordOrderAction(tx, actor, { action, at }, order);
      return presentResendOrder((await lockOrder(tx, id)) ?? order);
    });
  } catch (error) {
    throw anotherRuns(error);
  }
}

import type { components } from '../../openapi/generated/console.ts';
import type { Db } from '../db/db.ts';
import type { EnvironmentName } from '../payments/statement.ts';
import type { OrderRequest } from './change-resend-order.ts';
import { noSuchOrder } from './refusals.ts';
import { presentResendOrder, type ResendOrder } from './resend-order.ts';
import { selectOrder, selectOrders } from './resend-orders.sql.ts';

type Schemas = components['schemas'];

const most = 50;

/** The orders of an environment, newest first, at most 50. */
export async function listResendOrders(
  { db }: { db: Db },
  environment: EnvironmentName,
): Promise<Schemas['ResendOrders']> {
  return { items: (await selectOrders(db, environment, most)).map(presentResendOrder) };
}

/** One order. Throws not-found. */
export async function getResendOrder(deps: { db: Db }, request: OrderRequest): Promise<Schemas['ResendOrder']> {
  return presentResendOrder(await requireOrder(deps, request));
}

/** The order of that id in this environment. Throws not-found. */
export async function requireOrder({ db }: { db: Db }, { environment, id }: OrderRequest): Promise<ResendOrder> {
  const order = await selectOrder(db, environment, id);
  if (!order) throw noSuchOrder();
  return order;
}

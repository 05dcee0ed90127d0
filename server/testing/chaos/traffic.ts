import type { Charge } from '../../sandbox/charges/charge.ts';
import type { SandboxControl } from '../../sandbox/control/control.ts';
import { ControlRefusal } from '../../sandbox/control/control-refusal.ts';
import { type CustomerAction, type CustomerDeed, orderOf, type StaffAction, type StaffDeed } from './actions.ts';
import { postOrder, staffDeeds } from './staff-deeds.ts';
import { ask, count, type Order, type Stage, see } from './stage.ts';

/** Does what staff does; what is refused, or about an order that is not answered (yet), is no trouble: people try such things. */
export async function actAsStaff(stage: Stage, action: StaffAction): Promise<void> {
  switch (action.do) {
    case 'create':
      return create(stage, action);
    case 'look':
      return look(stage, action.replica);
    default:
      return changePayment(stage, action);
  }
}

/** Sends the order until it is answered; some people click twice, and a balancer sends the second click elsewhere. */
async function create(stage: Stage, action: Extract<StaffAction, { do: 'create' }>): Promise<void> {
  const { order: number, good, isSentTwice, replica } = action;
  const order: Order = { number, key: `chaos-order-${number}`, good, at: stage.server.twin.control.now(), answers: [] };
  stage.orders.set(number, order);
  count(stage, 'orders');
  const clicks = isSentTwice ? [replica, replica + 1] : [replica];
  await Promise.all(clicks.map((at) => sendOrder(stage, order, at)));
}

async function sendOrder(stage: Stage, order: Order, replica: number): Promise<void> {
  const startedMs = performance.now();
  const { data, error, response } = await ask(stage, replica, (client) => postOrder(client, order));
  if (data) see(stage, startedMs, [data]);
  order.answers.push({ httpStatus: response.status, paymentId: data?.id ?? paymentIdOf(error) });
}

/** A refusal names the payment that it is about. */
function paymentIdOf(problem: unknown): string | null {
  if (typeof problem !== 'object' || problem === null || !('paymentId' in problem)) return null;
  return String(problem.paymentId);
}

async function look(stage: Stage, replica: number): Promise<void> {
  const startedMs = performance.now();
  const params = { path: { environment: stage.server.environment }, query: { limit: 100 } };
  const { data } = await ask(stage, replica, (client) => client.GET('/api/{environment}/payments', { params }));
  see(stage, startedMs, data?.items ?? []);
}

async function changePayment(stage: Stage, action: Extract<StaffAction, { do: StaffDeed }>): Promise<void> {
  const { do: deed, order, replica } = action;
  const id = stage.orders.get(order)?.answers.find(({ paymentId }) => paymentId !== null)?.paymentId;
  if (!id) return;
  const startedMs = performance.now();
  const { data } = await ask(stage, replica, (client) => staffDeeds[deed](client, id));
  if (!data) return;
  see(stage, startedMs, [data]);
  count(stage, deed);
}

/** What the twin made of that order; absent when it has made nothing (yet). */
export const findCharge = ({ server }: Pick<Stage, 'server'>, order: number): Charge | undefined =>
  server.twin.control.links().find((charge) => orderOf(charge) === order);

/** Does what the customer does at the provider, or time; what the provider refuses is no trouble. */
export function actAsCustomer(stage: Stage, { do: deed, order }: CustomerAction): void {
  const charge = findCharge(stage, order);
  if (!charge) return;
  try {
    customerDeeds[deed](stage.server.twin.control, charge);
    count(stage, deed);
  } catch (error) {
    if (!(error instanceof ControlRefusal)) throw error;
  }
}

const customerDeeds: Record<CustomerDeed, (control: SandboxControl, charge: Charge) => void> = {
  choose: (control, { id }) => control.choose(id, { method: 'qris' }),
  process: (control, { id }) => control.process(id),
  pay: (control, { id }) => control.pay(id),
  'pay late': (control, { id }) => control.pay(id, { late: true }),
  fail: (control, { id }) => control.fail(id),
  expire: (control, { id }) => control.expire(id),
  settle: (control, { id }) => control.settle(id),
};

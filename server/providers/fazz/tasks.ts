import { isNode } from '../../../openapi/contract-document.ts';
import type { components } from '../../../openapi/generated/fazz.ts';
import { silent } from '../../payments/statement.ts';
import type { Exchange } from '../exchange.ts';
import type { Absent, Done, Orders, PaymentHandle, PaymentPort, ProviderFailure } from '../provider.ts';
import { type Ask, idUnknown, toAnswer } from './ask.ts';

export type TaskAction = components['schemas']['TaskAction'];

/**
 * What Fazz does by tasks, for links and payments alike: cancel, and in its sandbox the payment and the settlement
 * (providers.md B.2, B.3). A task's answer repeats it; the new status is not in it.
 */
export function createTasks(
  ask: Ask,
  operationId: string,
  send: (id: string, action: TaskAction) => Promise<Exchange>,
): Pick<PaymentPort<Orders[keyof Orders]>, 'delete' | 'simulate'> {
  const run = (id: string, action: TaskAction) =>
    ask(operationId, 'write', send(id, action), (data) => (isTask(data, id, action) ? action : null));

  const simulate =
    (action: TaskAction) =>
    async ({ providerPaymentId: id }: PaymentHandle): Promise<Done | Absent | ProviderFailure> => {
      if (id === null) return idUnknown;
      const reading = await run(id, action);
      return reading.kind === 'reading' ? { kind: 'done', raw: reading.raw } : reading;
    };

  return {
    async delete({ providerPaymentId: id }) {
      if (id === null) return idUnknown;
      const reading = await run(id, 'cancel');
      if (reading.kind !== 'reading') return reading;
      const statement = { ...silent, status: 'deleted', isFinal: true, providerPaymentId: id } as const;
      return toAnswer({ ...reading, content: { statement, deviations: [] } });
    },
    simulate: { payment: simulate('receive_payment'), settlement: simulate('settle') },
  };
}

function isTask(data: unknown, id: string, action: TaskAction): boolean {
  const attributes = isNode(data) && isNode(data.attributes) ? data.attributes : {};
  return attributes.action === action && attributes.targetId === id;
}

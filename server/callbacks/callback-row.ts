import type { components } from '../../openapi/generated/console.ts';

type Row = components['schemas']['CallbackRow'];

/** A callback as the list holds it. */
export type CallbackFields = Omit<Row, 'id' | 'receivedAt'> & { id: number; receivedAt: Date };

/** A callback as a row of the list shows it: no contacts, the same for everybody. */
export function presentCallbackRow(callback: CallbackFields): Row {
  return {
    id: String(callback.id),
    provider: callback.provider,
    receivedAt: callback.receivedAt.toISOString(),
    kind: callback.kind,
    paymentId: callback.paymentId,
    reference: callback.reference,
    status: callback.status,
    settlement: callback.settlement,
    providerStatus: callback.providerStatus,
    amountIdr: callback.amountIdr,
    verdict: callback.verdict,
    state: callback.state,
    parkedReason: callback.parkedReason,
    delivery: callback.delivery,
  };
}

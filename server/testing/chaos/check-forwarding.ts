import type { Evidence } from './evidence.ts';

/**
 * Every stored callback was sent on and taken by the receiver at least once; and those about one payment came in
 * the order in which they were stored: one that was on its way at a kill comes once more, before anything later.
 */
export function checkForwarding(evidence: Pick<Evidence, 'callbacks' | 'forwarded' | 'received'>): string[] {
  return [...checkArrivals(evidence), ...checkOrder(evidence)];
}

const callbackIdOf = ({ headers }: Evidence['received'][number]) => Number(headers['tautan-callback-id']);

function checkArrivals({ callbacks, forwarded, received }: Parameters<typeof checkForwarding>[0]): string[] {
  const states = new Map(forwarded.map(({ callbackId, state }) => [callbackId, state]));
  const taken = new Set(received.filter(({ httpStatus }) => httpStatus === 200).map(callbackIdOf));
  return [
    ...callbacks.flatMap(({ id }) => {
      const state = states.get(id) ?? 'not planned';
      if (state !== 'delivered') return [`Callback ${id} is to be sent on and is ${state.replace('_', ' ')}.`];
      return taken.has(id) ? [] : [`Callback ${id} counts as sent on and the receiver never took it.`];
    }),
  ];
}

function checkOrder({ callbacks, received }: Parameters<typeof checkForwarding>[0]): string[] {
  const payments = new Map(callbacks.map(({ id, paymentId }) => [id, paymentId ?? `callback ${id}`]));
  const latest = new Map<string, number>();
  return received.flatMap((request) => {
    const id = callbackIdOf(request);
    const payment = payments.get(id);
    if (payment === undefined) return [`The receiver got callback ${id}, which is not stored.`];
    const before = latest.get(payment) ?? 0;
    latest.set(payment, Math.max(before, id));
    return id < before ? [`Callback ${id} about ${payment} arrived after callback ${before}.`] : [];
  });
}

import { orderOf } from './actions.ts';
import type { Evidence } from './evidence.ts';
import { groupBy } from './group-by.ts';

/**
 * Each order is one payment at most, in the ledger and at its provider, under one reference; every answer to it named the
 * same payment, which is in the ledger still; and no payment exists that nobody ordered.
 */
export function checkCreatedOnce({
  orders,
  payments,
  charges,
}: Pick<Evidence, 'orders' | 'payments' | 'charges'>): string[] {
  const inLedger = groupBy(payments, (payment) => orderOf({ order: payment }));
  const atTwin = groupBy(charges, orderOf);
  const numbers = new Set(orders.map(({ number }) => number));
  const ofOrders = orders.flatMap(({ number, good, answers }) => {
    const order = `Order ${number} (${good})`;
    const ids = (inLedger.get(number) ?? []).map(({ id }) => id);
    const references = (atTwin.get(number) ?? []).map(({ reference }) => reference);
    const named = new Set(answers.flatMap(({ paymentId }) => paymentId ?? []));
    const lost = [...named].filter((id) => !ids.includes(id));
    return [
      ...(references.length > 1 ? [`${order} was created ${references.length} times: ${references.join(', ')}.`] : []),
      ...(ids.length > 1 ? [`${order} is ${ids.length} payments in the ledger: ${ids.join(', ')}.`] : []),
      ...(named.size > 1 ? [`${order} was answered with several payments: ${[...named].join(', ')}.`] : []),
      ...lost.map((id) => `${order} was answered with ${id}, which is not in the ledger.`),
    ];
  });
  const unasked = (where: string, found: Iterable<number>) =>
    [...found]
      .filter((number) => !numbers.has(number))
      .map((number) => `Nobody ordered number ${number}, which is ${where}.`);
  return [...ofOrders, ...unasked('in the ledger', inLedger.keys()), ...unasked('at the twin', atTwin.keys())];
}

import type { PaymentFilters } from '../../api/keys.ts';
import type { ExpectedSettlement, PaidPeriod } from '../../api/overview.ts';
import type { GroupKey } from './breakdown.ts';

/** The search for all that was paid in a range of days, first and last included. */
export function paidIn({ from, to }: { from: string; to: string }): PaymentFilters {
  return { paidFrom: from, paidTo: to };
}

/** The search for what a row of the breakdown counts in a period. */
export function paidOf({ kind, provider, method }: GroupKey, period: PaidPeriod): PaymentFilters {
  return {
    ...(kind && { kind: [kind] }),
    ...(provider && { provider: [provider] }),
    ...(method && { method: [method] }),
    ...(method === null && { missing: ['method'] }),
    ...paidIn(period),
  };
}

/** The search for all that waits for settlement. */
export const waiting: PaymentFilters = { settlement: ['waiting'] };

/** The search for what should settle on one day, or for what no day is stated of. */
export function waitingFor({ day }: ExpectedSettlement): PaymentFilters {
  return day === null ? { ...waiting, missing: ['settlesAt'] } : { ...waiting, settlesFrom: day, settlesTo: day };
}

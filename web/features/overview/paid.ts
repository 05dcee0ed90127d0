import type { PaidDay, PaidGroup } from '../../api/overview.ts';

/** Payments of one range of days, beside those of the same weekdays a week before; amounts in whole rupiah. */
export type Paid = Pick<PaidDay, 'count' | 'amountIdr' | 'comparedCount' | 'comparedAmountIdr'>;

export const nothingPaid: Paid = { count: 0, amountIdr: 0, comparedCount: 0, comparedAmountIdr: 0 };

/** All of them together. */
export function sumPaid(parts: readonly (Paid | PaidGroup)[]): Paid {
  return parts.reduce<Paid>(
    (sum, part) => ({
      count: sum.count + part.count,
      amountIdr: sum.amountIdr + part.amountIdr,
      comparedCount: sum.comparedCount + part.comparedCount,
      comparedAmountIdr: sum.comparedAmountIdr + part.comparedAmountIdr,
    }),
    nothingPaid,
  );
}

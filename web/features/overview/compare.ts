/** How an amount stands to an earlier one. */
export interface Comparison {
  direction: 'more' | 'less' | 'same';
  /** How far they are apart, whole rupiah; never negative. */
  differenceIdr: number;
  /** The difference in whole percent of the earlier amount, or null where that says nothing: of nothing, below 1, from 1000. */
  percent: number | null;
}

const MOST_PERCENT = 999;

/** Compares two amounts in whole rupiah. */
export function compare(amountIdr: number, comparedAmountIdr: number): Comparison {
  const differenceIdr = Math.abs(amountIdr - comparedAmountIdr);
  if (differenceIdr === 0) return { direction: 'same', differenceIdr, percent: null };
  const percent = comparedAmountIdr === 0 ? 0 : Math.round((differenceIdr / comparedAmountIdr) * 100);
  return {
    direction: amountIdr > comparedAmountIdr ? 'more' : 'less',
    differenceIdr,
    percent: percent >= 1 && percent <= MOST_PERCENT ? percent : null,
  };
}

/** `+12%` or `−3%`, with a real minus; null where a percentage says nothing. */
export function signedPercent({ direction, percent }: Comparison): string | null {
  if (percent === null) return null;
  return `${direction === 'less' ? '\u2212' : '+'}${percent}%`;
}

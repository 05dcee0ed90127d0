/** 1250000 → `1.250.000`. Whole numbers only, grouped as Indonesia writes them, in both languages. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** 1250000 → `Rp 1.250.000`, with a space that does not break. Whole rupiah. */
export function formatAmountIdr(amountIdr: number): string {
  return `Rp\u00a0${formatCount(amountIdr)}`;
}

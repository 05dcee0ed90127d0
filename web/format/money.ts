/** 1250000 → `1.250.000`. Whole numbers only, grouped as Indonesia writes them, in both languages. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.');
}

/** 1250000 → `Rp 1.250.000`, with a space that does not break. Fees may have two decimals: 4440.5 → `Rp 4.440,50`. */
export function formatAmountIdr(amountIdr: number): string {
  const [whole = '', sen = '00'] = amountIdr.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return `Rp\u00a0${sen === '00' ? grouped : `${grouped},${sen}`}`;
}

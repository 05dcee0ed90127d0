const grouped = (whole: string) => whole.replace(/\B(?=(\d{3})+$)/g, '.');

/** 1250000 → `1.250.000`, 2.8 → `2,8`: as Indonesia writes them, in both languages. */
export function formatCount(count: number): string {
  const [whole = '', decimals] = String(count).split('.');
  return decimals === undefined ? grouped(whole) : `${grouped(whole)},${decimals}`;
}

/** 1250000 → `Rp 1.250.000`, with a space that does not break. Fees may have two decimals: 4440.5 → `Rp 4.440,50`. */
export function formatAmountIdr(amountIdr: number): string {
  const [whole = '', sen = '00'] = amountIdr.toFixed(2).split('.');
  return `Rp\u00a0${grouped(whole)}${sen === '00' ? '' : `,${sen}`}`;
}

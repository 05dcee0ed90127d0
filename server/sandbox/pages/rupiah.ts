/** `Rp 150.000`, with a space that does not break. */
export const rupiah = (amountIdr: number) => `Rp\u00a0${String(amountIdr).replace(/\B(?=(\d{3})+$)/g, '.')}`;

/** Real time until a test moves it on. */
export function movableClock(): { clock: () => Date; moveOn(byMs: number): void } {
  let aheadMs = 0;
  return {
    clock: () => new Date(Date.now() + aheadMs),
    moveOn(byMs) {
      aheadMs += byMs;
    },
  };
}

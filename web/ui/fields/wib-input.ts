/** WIB is UTC+7 all year, whatever zone the browser stands in. */
const wibOffsetMs = 7 * 60 * 60 * 1000;

/** An instant as the value of a datetime-local input read in WIB: "2026-11-20T14:02". Seconds are dropped. */
export function wibInputValue(instant: Date): string {
  return new Date(instant.getTime() + wibOffsetMs).toISOString().slice(0, 16);
}

/** The instant that a datetime-local value means in WIB; null while it is empty or half typed. */
export function instantOfWibInput(value: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(value)) return null;
  const asUtc = new Date(`${value}Z`);
  return Number.isNaN(asUtc.getTime()) ? null : new Date(asUtc.getTime() - wibOffsetMs);
}

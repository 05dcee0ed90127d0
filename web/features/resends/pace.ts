import type { ResendOrderInput } from '../../api/resends.ts';

/** The fastest pace of each way: providers count our requests, receivers are the merchant's own. */
export const MOST_PER_MINUTE: Record<ResendOrderInput['via'], number> = { provider: 600, destination: 6000 };

/** What a person typed as callbacks a minute; null when it is no whole number of the allowed range. */
export function paceOf(text: string, via: ResendOrderInput['via']): number | null {
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const perMinute = Number(text.trim());
  return perMinute >= 1 && perMinute <= MOST_PER_MINUTE[via] ? perMinute : null;
}

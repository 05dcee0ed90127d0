import { leftCountOf, type ResendOrder, type ResendOrderInput } from '../../api/resends.ts';

/** The fastest pace of each way: providers count our requests, receivers are the merchant's own. */
export const MOST_PER_MINUTE: Record<ResendOrderInput['via'], number> = { provider: 600, destination: 6000 };

/** What a person typed as callbacks a minute; null when it is no whole number of the allowed range. */
export function paceOf(text: string, via: ResendOrderInput['via']): number | null {
  if (!/^\d{1,5}$/.test(text.trim())) return null;
  const perMinute = Number(text.trim());
  return perMinute >= 1 && perMinute <= MOST_PER_MINUTE[via] ? perMinute : null;
}

/** How long the rest of an order takes at its pace, in whole seconds. */
export function secondsLeftOf(order: Parameters<typeof leftCountOf>[0] & Pick<ResendOrder, 'perMinute'>): number {
  return Math.ceil((leftCountOf(order) * 60) / order.perMinute);
}

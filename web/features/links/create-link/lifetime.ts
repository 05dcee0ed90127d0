import { expiryRange } from '../../../../openapi/rules/link-rules.ts';
import { instantOfWibInput } from '../../../ui/fields/wib-input.ts';
import type { Provider } from './link-form.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long a link may live, to pick with one click. */
export const lifetimesMs = { '1h': hourMs, '24h': 24 * hourMs, '3d': 72 * hourMs, '7d': 168 * hourMs } as const;
export type Lifetime = keyof typeof lifetimesMs | 'custom';
export const lifetimes = [...Object.keys(lifetimesMs), 'custom'] as Lifetime[];

interface Chosen {
  lifetime: Lifetime;
  /** Value of a datetime-local input, in WIB. */
  expiresAt: string;
}

/**
 * When the link ends, null while that is not chosen. A lifetime begins when the link is created; it ends on a full minute
 * and never a moment short, because Fazz takes no less than its hour.
 */
export function endOf({ lifetime, expiresAt }: Chosen, now: Date): Date | null {
  if (lifetime === 'custom') return instantOfWibInput(expiresAt);
  const endMs = now.getTime() + lifetimesMs[lifetime];
  return new Date((Math.floor(endMs / minuteMs) + 1) * minuteMs);
}

/** When links of a provider end: after how many hours if nothing is chosen, and the bounds of what may be chosen. */
export function endLimits(provider: Provider, now: Date): { usualHours: number; earliestAt: Date; latestAt: Date } {
  const { defaultAt, earliestAt, latestAt } = expiryRange(provider, now);
  return { usualHours: Math.round((defaultAt.getTime() - now.getTime()) / hourMs), earliestAt, latestAt };
}

import type { ExpiryRange } from '../../openapi/rules/expiry-rules.ts';
import type { FieldError } from '../api/problem.ts';
import { instantOfWibInput } from '../ui/fields/wib-input.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long a payment may live, to pick with one click. */
const lifetimesMs = { '1h': hourMs, '24h': 24 * hourMs, '3d': 72 * hourMs, '7d': 168 * hourMs } as const;
export type Lifetime = keyof typeof lifetimesMs | 'custom';
export const lifetimes = [...Object.keys(lifetimesMs), 'custom'] as Lifetime[];

/** The part of a form that chooses a lifetime of hours or days. */
export interface LifetimeForm {
  lifetime: Lifetime;
  /** Value of a datetime-local input, in WIB; used when the lifetime is custom. */
  expiresAt: string;
}

/**
 * When the payment ends, null while that is not chosen. A lifetime begins when the payment is created; it ends on a full
 * minute and never a moment short, because Fazz takes no less than its hour.
 */
export function endOf({ lifetime, expiresAt }: LifetimeForm, now: Date): Date | null {
  if (lifetime === 'custom') return instantOfWibInput(expiresAt);
  const endMs = now.getTime() + lifetimesMs[lifetime];
  return new Date((Math.floor(endMs / minuteMs) + 1) * minuteMs);
}

/** The chosen end as the API takes it; half typed it goes as it is, to be refused, and not as if nothing were chosen. */
export function expiresAtOf(form: LifetimeForm, now: Date): string | undefined {
  return endOf(form, now)?.toISOString() ?? (form.expiresAt || undefined);
}

/** An end of one's own that is still to be picked. */
export function missingEnd({ lifetime, expiresAt }: LifetimeForm): FieldError[] {
  if (lifetime !== 'custom' || expiresAt !== '') return [];
  return [{ field: 'expiresAt', code: 'required', detail: 'expiresAt is to be chosen' }];
}

/** After how many hours a payment ends when nothing is chosen. */
export function usualHours({ defaultAt }: ExpiryRange, now: Date): number {
  return Math.round((defaultAt.getTime() - now.getTime()) / hourMs);
}

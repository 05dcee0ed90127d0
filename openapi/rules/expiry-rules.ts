import { type FieldError, fieldError } from './check-limits.ts';

/** How far ahead of now a payment may end, and ends if nothing is chosen; null where the provider's documents give no figure. */
export interface ExpiryLimits {
  readonly minMs: number | null;
  readonly maxMs: number;
  readonly defaultMs: number;
}

/** When a payment ends if nothing is chosen, and the earliest and latest end that may be chosen. */
export interface ExpiryRange {
  defaultAt: Date;
  earliestAt: Date;
  latestAt: Date;
}

/** So far ahead an end must lie, where the provider has no own minimum: a payer must be able to open the page. */
const shortestLifeMs = 5 * 60_000;

/** The ends that may be chosen for a payment that is created now. */
export function rangeAhead({ minMs, maxMs, defaultMs }: ExpiryLimits, now: Date): ExpiryRange {
  const ahead = (ms: number) => new Date(now.getTime() + ms);
  return { defaultAt: ahead(defaultMs), earliestAt: ahead(minMs ?? shortestLifeMs), latestAt: ahead(maxMs) };
}

/** Checks a chosen end, an RFC 3339 instant; no end chosen passes. */
export function checkExpiry(expiresAt: unknown, { earliestAt, latestAt }: ExpiryRange, now: Date): FieldError[] {
  if (typeof expiresAt !== 'string') return [];
  const endsAt = new Date(expiresAt);
  if (endsAt <= now) return [fieldError('expiresAt', 'in_past', 'lies in the past', now.toISOString())];
  if (endsAt < earliestAt) return [fieldError('expiresAt', 'too_soon', 'is too soon', earliestAt.toISOString())];
  if (endsAt > latestAt) return [fieldError('expiresAt', 'too_far', 'is too far ahead', latestAt.toISOString())];
  return [];
}

import type { ExpiryRange } from '../../openapi/rules/expiry-rules.ts';
import type { FieldError } from '../api/problem.ts';

const minuteMs = 60_000;
/** Clocks of browser, server and provider differ, and a request takes a moment: an end keeps so far from its bounds. */
const marginMs = 10_000;

/** How many minutes a payment may live, to pick with one click. */
export const minuteChoices = ['5', '15', '30', '60', 'custom'] as const;
export type MinuteChoice = (typeof minuteChoices)[number];

/** The part of a form that chooses a lifetime of minutes. */
export interface MinutesForm {
  minuteChoice: MinuteChoice;
  /** As typed; used when the choice is custom. */
  minutes: string;
}

/** The minutes that are chosen; null while they are no whole number. */
export function minutesOf({ minuteChoice, minutes }: MinutesForm): number | null {
  const text = minuteChoice === 'custom' ? minutes.trim() : minuteChoice;
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

/**
 * When the payment ends, null while that is not chosen: so many minutes from now, and at the shortest and the longest
 * lifetime some seconds inside the provider's bounds. Whole seconds, because REM takes no parts of one.
 */
export function endOfMinutes(form: MinutesForm, { earliestAt, latestAt }: ExpiryRange, now: Date): Date | null {
  const minutes = minutesOf(form);
  if (minutes === null) return null;
  const endMs = now.getTime() + minutes * minuteMs;
  const [firstMs, lastMs] = [earliestAt.getTime(), latestAt.getTime()];
  const isWithin = endMs >= firstMs && endMs <= lastMs;
  const keptMs = isWithin ? Math.min(Math.max(endMs, firstMs + marginMs), lastMs - marginMs) : endMs;
  return new Date(Math.floor(keptMs / 1000) * 1000);
}

/** Minutes of one's own that are still to be entered, or are no whole number. */
export function missingMinutes(form: MinutesForm): FieldError[] {
  if (minutesOf(form) !== null) return [];
  const code = form.minutes.trim() === '' ? 'required' : 'format';
  return [{ field: 'expiresAt', code, detail: 'minutes must be a whole number' }];
}

/** The fewest and the most minutes that may be chosen. */
export function minuteLimits({ earliestAt, latestAt }: ExpiryRange, now: Date): { least: number; most: number } {
  const minutesTo = (at: Date) => (at.getTime() - now.getTime()) / minuteMs;
  return { least: Math.ceil(minutesTo(earliestAt)), most: Math.floor(minutesTo(latestAt)) };
}

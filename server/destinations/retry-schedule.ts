const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long to wait after each attempt that failed: ten attempts over 28 hours, the pauses growing two- to sixfold. */
export const retryGapsMs = [
  5 * secondMs,
  25 * secondMs,
  150 * secondMs,
  12 * minuteMs,
  45 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  8 * hourMs,
  12 * hourMs,
];

/** Each pause is shorter or longer by up to this share, so that what failed together does not come back together. */
export const jitterShare = 0.1;
const longestWaitMs = 12 * hourMs;

/**
 * When to try again after `tries` failed attempts, the latest of them at `at`; null when it is given up. `dice` is in [0, 1).
 * A receiver may ask for more time (Retry-After), at most for twelve hours.
 */
export function nextAttemptAt(tries: number, at: Date, retryAfterMs: number | null, dice: number): Date | null {
  const gapMs = retryGapsMs[tries - 1];
  if (gapMs === undefined) return null;
  const jitteredMs = gapMs * (1 - jitterShare + 2 * jitterShare * dice);
  const askedForMs = Math.min(retryAfterMs ?? 0, longestWaitMs);
  return new Date(at.getTime() + Math.max(jitteredMs, askedForMs));
}

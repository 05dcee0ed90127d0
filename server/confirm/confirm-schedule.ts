const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** After each look at a provider that neither confirms nor denies yet: 5 s, 30 s, 2 min, 10 min, and ever rarer, but for ever. */
const pausesMs = [5 * secondMs, 30 * secondMs, 2 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 3 * hourMs];
const longestPauseMs = 6 * hourMs;

/** When to ask again, after so many times. */
export function nextLookAt(now: Date, attempts: number): Date {
  return new Date(now.getTime() + (pausesMs[Math.max(attempts, 1) - 1] ?? longestPauseMs));
}

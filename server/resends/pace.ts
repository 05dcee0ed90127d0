/** As many are marked and sent together at most: so many may be unknown after a kill. */
const mostAtOnce = 20;
const minuteMs = 60_000;

/**
 * How many items may be sent now, at a pace of so many a minute, when the next was due at `nextAt`; and when the one after
 * them is due. Time that was lost (a pause, a restart, slow answers) is caught up with for a second's worth alone.
 */
export function allowance(perMinute: number, nextAt: Date, now: Date): { count: number; gapMs: number; from: Date } {
  const gapMs = minuteMs / perMinute;
  const secondsWorth = Math.max(1, Math.floor(perMinute / 60));
  const fromMs = Math.max(nextAt.getTime(), now.getTime() - secondsWorth * gapMs);
  const due = Math.floor((now.getTime() - fromMs) / gapMs) + 1;
  return { count: Math.max(0, Math.min(due, mostAtOnce)), gapMs, from: new Date(fromMs) };
}

/** When the next item is due after so many were sent of an allowance. */
export function dueAfter({ gapMs, from }: Pick<ReturnType<typeof allowance>, 'gapMs' | 'from'>, sent: number): Date {
  return new Date(from.getTime() + sent * gapMs);
}

/** How long so many items take at a pace, in whole seconds. */
export function durationSeconds(count: number, perMinute: number): number {
  return Math.ceil((count * 60) / perMinute);
}

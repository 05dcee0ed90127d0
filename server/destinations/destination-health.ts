import type { Destination } from './destination.ts';

const hourMs = 3_600_000;

export type DestinationHealth = Pick<
  Destination,
  'failureCount' | 'failingSince' | 'lastDeliveredAt' | 'pausedAt' | 'pausedReason'
>;

/** What a destination's answer means for it. */
export type Reception = 'taken' | 'failed' | 'gone';

/**
 * A destination is paused when nothing has got through for long: a busy one after an hour, a quiet one after a day, which is
 * at the latest when the first of its callbacks would be given up (retry-schedule.ts), and is not (attempt-delivery.ts). So a
 * system that is down loses nothing; only what is refused while others get through is given up one day.
 */
const patience = [
  { failures: 100, forMs: hourMs },
  { failures: 5, forMs: 24 * hourMs },
];

/**
 * The health of a destination after one more attempt. It is paused when it keeps failing, and at once when it says that it is
 * gone (HTTP 410: the specification has us stop). A person's pause stays a person's.
 */
export function healthAfter(before: DestinationHealth, reception: Reception, at: Date): DestinationHealth {
  if (reception === 'taken') return { ...before, failureCount: 0, failingSince: null, lastDeliveredAt: at };
  const failureCount = before.failureCount + 1;
  const failingSince = before.failingSince ?? at;
  const failing = { ...before, failureCount, failingSince };
  if (before.pausedAt !== null) return failing;
  if (reception === 'gone') return { ...failing, pausedAt: at, pausedReason: 'gone' };
  const failingForMs = at.getTime() - failingSince.getTime();
  const isTooMuch = patience.some(({ failures, forMs }) => failureCount >= failures && failingForMs >= forMs);
  return isTooMuch ? { ...failing, pausedAt: at, pausedReason: 'keeps_failing' } : failing;
}

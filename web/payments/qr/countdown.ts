import { useEffect, useState } from 'react';

const secondMs = 1000;
const dayMs = 24 * 3_600_000;

/** How long until an instant, in ms, counted every second; zero once it is past, null when there is none. */
export function useRemainingMs(endsAt: string | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  const leftMs = endsAt === null ? null : Math.max(0, Date.parse(endsAt) - now);
  useEffect(() => {
    if (!leftMs) return;
    // Next when the shown second changes, so that the count never jumps over one.
    const timer = setTimeout(() => setNow(Date.now()), leftMs % secondMs || secondMs);
    return () => clearTimeout(timer);
  }, [leftMs]);
  return leftMs;
}

/** Time left as a clock, `29:41` or `1:02:03`; null from a day on, which nobody counts in seconds. */
export function formatCountdown(leftMs: number): string | null {
  if (leftMs >= dayMs) return null;
  const seconds = Math.ceil(leftMs / secondMs);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  const clock = `${two(minutes)}:${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${clock}` : clock.replace(/^0(?=\d)/, '');
}

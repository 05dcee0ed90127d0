import { useEffect, useState } from 'react';

/** The time in ms, which moves on when the next of the given instants (ms) has come and whenever the list is read again. */
export function useNowUntil(instants: readonly (number | null)[]): number {
  const [, tick] = useState(0);
  const now = Date.now();
  const next = Math.min(...instants.filter((instant) => instant !== null && instant > now).map(Number));
  useEffect(() => {
    if (!Number.isFinite(next)) return;
    const timer = setTimeout(() => tick((count) => count + 1), next - Date.now() + 50);
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}

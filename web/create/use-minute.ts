import { useEffect, useState } from 'react';

const minuteMs = 60_000;

/** The time now, which moves on with every full minute of the clock. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const toNextMs = minuteMs - (now.getTime() % minuteMs);
    const timer = setTimeout(() => setNow(new Date()), toNextMs);
    return () => clearTimeout(timer);
  }, [now]);
  return now;
}

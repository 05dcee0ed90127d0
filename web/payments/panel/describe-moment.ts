import { dayOf, formatClockSecond, formatDay } from '../../format/time.ts';
import type { Catalogue } from '../../words/words.tsx';

interface Beside {
  /** The day whose times stand around it, as `2026-11-20` in WIB: there the clock is enough. Null where no day does. */
  day: string | null;
  /** ms */
  now: number;
}

/** An instant as a part of a sentence, behind "at" or "since": "14:02:09", or "14:02:09 WIB on 19 Nov". */
export function describeMoment({ payment, common }: Catalogue, at: string, { day, now }: Beside): string {
  const clock = formatClockSecond(at);
  if (dayOf(at) === day) return payment.moment.clock(clock);
  return payment.moment.dated(formatDay(dayOf(at), common.months, now), clock);
}

import type { MouseEvent } from 'react';
import {
  dayOf,
  formatClock,
  formatClockSecond,
  formatDay,
  formatMinute,
  formatRelative,
  formatSecond,
} from '../format/time.ts';
import { useLanguage, useWords } from '../words/words.tsx';

interface TimeProps {
  /** An instant, RFC 3339. */
  at: string;
  /** `minute` 20 Nov, 14:02 · `second` 20 Nov, 14:02:09 · `day` 20 Nov · `clock` 14:02 · `clock-second` 14:02:09 */
  as?: 'minute' | 'second' | 'day' | 'clock' | 'clock-second';
  /** Names the zone behind it; not needed where the head of the column does. */
  zone?: boolean;
}

/** An instant in WIB; hovering tells all of it and how far away it is. */
export function Time({ at, as = 'minute', zone = false }: TimeProps) {
  const { months } = useWords().common;
  const { language } = useLanguage();
  const now = Date.now();
  const words = {
    minute: () => formatMinute(at, months, now),
    second: () => formatSecond(at, months, now),
    day: () => formatDay(dayOf(at), months, now),
    clock: () => formatClock(at),
    'clock-second': () => formatClockSecond(at),
  };
  // Told when somebody points at it: relative words cost more than all else that a row of the list shows.
  const tellAll = (event: MouseEvent<HTMLTimeElement>) => {
    const pointedAt = Date.now();
    event.currentTarget.title = `${formatSecond(at, months, pointedAt)} WIB · ${formatRelative(at, language, pointedAt)}`;
  };
  return (
    <time dateTime={at} onMouseEnter={tellAll}>
      {words[as]()}
      {zone && ' WIB'}
    </time>
  );
}

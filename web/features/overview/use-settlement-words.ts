import type { ExpectedSettlement } from '../../api/overview.ts';
import { addDays, formatDay } from '../../format/time.ts';
import { useWords } from '../../words/words.tsx';
import { useDayWords } from './use-day-words.ts';

/** Whether the day on which it should have settled is over. Days as `2026-11-20`. */
export function isOverdue({ day }: ExpectedSettlement, today: string): boolean {
  return day !== null && day < today;
}

/** Names the day on which money should settle: today and tomorrow by these words, a day that is over as overdue. */
export function useSettlementWords(today: string): (settlement: ExpectedSettlement) => string {
  const { common, overview } = useWords();
  const words = overview.settlement;
  const nameOf = useDayWords(today);
  return (settlement) => {
    const { day } = settlement;
    if (day === null) return words.unknownDay;
    if (isOverdue(settlement, today)) return words.overdue(formatDay(day, common.months, Date.parse(today)));
    if (day === today) return words.today;
    return day === addDays(today, 1) ? words.tomorrow : nameOf(day);
  };
}

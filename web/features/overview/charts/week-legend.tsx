import { formatAmountIdr, formatCount } from '../../../format/money.ts';
import { dayOf, formatClock } from '../../../format/time.ts';
import { useWords } from '../../../words/words.tsx';
import { sumPaid } from '../paid.ts';
import { type WeekDay, weekdayOf } from '../week-days.ts';
import styles from './charts.module.css';

/** Height of the legend, px; it stays the same whatever is pointed at. */
export const LEGEND_PX = 48;

interface WeekLegendProps {
  days: readonly WeekDay[];
  /** When it was counted, RFC 3339. */
  asOf: string;
  /** The day whose figures it tells; without one those of the week. */
  pointedAt: WeekDay | null;
  nameOf: (day: string) => string;
}

/** What bar and outline mean, with the figures of the day that is pointed at: they stay in one place, and cover nothing. */
export function WeekLegend({ days, asOf, pointedAt, nameOf }: WeekLegendProps) {
  const { overview } = useWords();
  const told = pointedAt?.paid ?? sumPaid(days.filter(({ when }) => when !== 'ahead').map(({ paid }) => paid));
  const clock = formatClock(asOf);
  const weekday = overview.weekdays[weekdayOf(dayOf(asOf))] ?? '';
  const then = pointedAt ? comparedName(pointedAt) : overview.week.lastWeekBy(weekday, clock);
  function comparedName({ comparedDay, when }: WeekDay) {
    return when === 'today' ? overview.week.byClock(nameOf(comparedDay), clock) : nameOf(comparedDay);
  }
  const countWords = (count: number) => (
    <span>
      <span className={styles.full}>{overview.payments(count)}</span>
      <span className={styles.short}>{formatCount(count)}</span>
    </span>
  );
  return (
    <div className={styles.legend} aria-hidden="true" style={{ height: LEGEND_PX }}>
      <span className={styles.nowKey}>{pointedAt ? nameOf(pointedAt.day) : overview.week.thisWeek}</span>
      <strong>{formatAmountIdr(told.amountIdr)}</strong>
      {countWords(told.count)}
      <span className={styles.thenKey}>{then}</span>
      <strong>{formatAmountIdr(told.comparedAmountIdr)}</strong>
      {countWords(told.comparedCount)}
    </div>
  );
}

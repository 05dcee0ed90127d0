import { formatClock } from '../../format/time.ts';
import { useWords } from '../../words/words.tsx';
import { paidIn } from './figure-filters.ts';
import styles from './figure-table.module.css';
import { PaidCell } from './paid-cell.tsx';
import { useDayWords } from './use-day-words.ts';
import type { WeekDay } from './week-days.ts';

interface WeekTableProps {
  days: readonly WeekDay[];
  /** When it was counted, RFC 3339. */
  asOf: string;
  today: string;
}

/** The days of this week and of the last, in figures. Of last week, only whole days have a search that counts the same. */
export function WeekTable({ days, asOf, today }: WeekTableProps) {
  const { common, overview } = useWords();
  const nameOf = useDayWords(today);
  return (
    <table className={`${styles.table} ${styles.several}`}>
      <caption className="visually-hidden">{overview.week.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{overview.week.day}</th>
          <th scope="col">{overview.week.thisWeek}</th>
          <th scope="col">{overview.week.lastWeek}</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, comparedDay, paid, when }) => (
          <tr key={day}>
            <th scope="row">{nameOf(day)}</th>
            {when === 'ahead' ? (
              <td className={styles.none}>{overview.week.ahead}</td>
            ) : (
              <PaidCell filters={paidIn({ from: day, to: day })} count={paid.count} amountIdr={paid.amountIdr} />
            )}
            {when === 'ahead' && paid.comparedCount === 0 ? (
              <td className={styles.none}>{common.none}</td>
            ) : (
              <PaidCell
                filters={when === 'today' ? null : paidIn({ from: comparedDay, to: comparedDay })}
                count={paid.comparedCount}
                amountIdr={paid.comparedAmountIdr}
                note={when === 'today' ? overview.week.byClock('', formatClock(asOf)).trim() : undefined}
              />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

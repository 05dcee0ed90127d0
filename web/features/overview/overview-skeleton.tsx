import type { ReactNode } from 'react';
import { Skeleton } from '../../ui/skeleton.tsx';
import sheet from './overview.module.css';
import styles from './overview-skeleton.module.css';

/** Heights of bars, and widths of rows, in percent: like the real ones, no two alike. */
const BARS = [55, 85, 70, 45, 60, 30, 38];
const ROWS = [62, 78, 55, 84, 70, 48];

/** The lines of the page with nothing between them yet, in the sizes of what comes. */
export function OverviewSkeleton() {
  const pair = (left: ReactNode, right: ReactNode, height = '') => (
    <>
      <div className={`${sheet.part} ${sheet.left} ${styles.part} ${height}`}>{left}</div>
      <div className={`${sheet.part} ${styles.part} ${height}`}>{right}</div>
    </>
  );
  const figure = (
    <>
      <Skeleton width="120px" />
      <Skeleton width="210px" heightPx={28} />
      <Skeleton width="70%" />
      <Skeleton width="40%" />
    </>
  );
  const rows = (
    <>
      <Skeleton width="120px" />
      <div className={styles.rows}>
        {ROWS.map((percent) => (
          <Skeleton key={percent} width={`${percent}%`} />
        ))}
      </div>
    </>
  );
  const bars = (
    <>
      <Skeleton width="140px" />
      <div className={styles.bars}>
        {BARS.map((percent) => (
          <div key={percent} style={{ height: `${percent}%` }}>
            <Skeleton heightPx={200} />
          </div>
        ))}
      </div>
    </>
  );
  return (
    <div className={sheet.sheet} aria-hidden="true">
      <div className={`${sheet.wide} ${styles.strip}`}>
        <Skeleton width="190px" />
      </div>
      {pair(figure, figure, styles.figure)}
      {pair(bars, rows, styles.chart)}
      {pair(rows, rows)}
    </div>
  );
}

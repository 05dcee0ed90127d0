import type { Overview, PaidPeriod } from '../../api/overview.ts';
import { Attention } from './attention.tsx';
import { Breakdown } from './breakdown-section.tsx';
import styles from './overview.module.css';
import { PaidFigure } from './paid-figure.tsx';
import { Recent } from './recent.tsx';
import { SettlementSection } from './settlement-section.tsx';
import { WeekSection } from './week-section.tsx';

/** Every part of the overview, in the order in which a phone shows them. */
export function OverviewSections({ overview }: { overview: Overview }) {
  const { attention, asOf, periods, recent, settlements, today } = overview;
  const find = (name: PaidPeriod['name']) => periods.find((period) => period.name === name);
  const [day, week] = [find('today'), find('week')];
  return (
    <div className={styles.sheet}>
      <Attention attention={attention} />
      {day && <PaidFigure period={day} asOf={asOf} today={today} />}
      {week && <PaidFigure period={week} asOf={asOf} today={today} />}
      {week && <WeekSection week={week} asOf={asOf} today={today} />}
      <SettlementSection settlements={settlements} today={today} />
      {day && week && <Breakdown day={day} week={week} />}
      <Recent rows={recent} today={today} />
    </div>
  );
}

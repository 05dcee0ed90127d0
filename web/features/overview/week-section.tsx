import { type ComponentProps, lazy, Suspense } from 'react';
import type { PaidPeriod } from '../../api/overview.ts';
import { useWords } from '../../words/words.tsx';
import { WEEK_CHART_PX } from './charts/chart-size.ts';
import sheet from './overview.module.css';
import { useView, ViewSwitch } from './view-switch.tsx';
import { weekDays } from './week-days.ts';
import { WeekTable } from './week-table.tsx';

/** Comes after the figures. If its script does not arrive, the table stands in its place. */
const WeekChart = lazy(() =>
  import('./charts/week-chart.tsx').then(
    ({ WeekChart }) => ({ default: WeekChart }),
    () => ({ default: TableInstead }),
  ),
);

interface WeekSectionProps {
  week: PaidPeriod;
  /** When it was counted, RFC 3339. */
  asOf: string;
  today: string;
}

/** What was paid on each day of this week, beside last week. */
export function WeekSection({ week, asOf, today }: WeekSectionProps) {
  const { overview } = useWords();
  const [view, setView] = useView('week');
  const days = weekDays(week, today);
  const Shown = view === 'chart' ? WeekChart : WeekTable;
  const isEmpty = days.every(({ paid }) => paid.count === 0 && paid.comparedCount === 0);
  return (
    <section className={`${sheet.part} ${sheet.left}`} aria-labelledby="by-day">
      <div className={sheet.title}>
        <h2 id="by-day">{overview.week.title}</h2>
        {!isEmpty && <ViewSwitch title={overview.week.title} view={view} onChange={setView} />}
      </div>
      {isEmpty ? (
        <p className={sheet.nothing}>{overview.week.nothing}</p>
      ) : (
        <div style={{ minHeight: WEEK_CHART_PX }}>
          <Suspense fallback={null}>
            <Shown days={days} asOf={asOf} today={today} />
          </Suspense>
        </div>
      )}
    </section>
  );
}

function TableInstead(props: ComponentProps<typeof WeekTable>) {
  const { overview } = useWords();
  return (
    <>
      <p className={sheet.nothing}>{overview.chartFailed}</p>
      <WeekTable {...props} />
    </>
  );
}

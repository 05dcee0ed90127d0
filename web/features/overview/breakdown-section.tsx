import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PaidPeriod } from '../../api/overview.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { useWords } from '../../words/words.tsx';
import { breakDown, type Dimension, dimensions } from './breakdown.ts';
import { BreakdownTable } from './breakdown-table.tsx';
import styles from './figure-table.module.css';
import sheet from './overview.module.css';

interface BreakdownProps {
  day: PaidPeriod;
  week: PaidPeriod;
}

/** What was paid today and this week by kind, provider or method, each by the other two. The address remembers by which. */
export function Breakdown({ day, week }: BreakdownProps) {
  const { overview, payments } = useWords();
  const [params, setParams] = useSearchParams();
  // The address follows a moment later; until then a radio button would jump back.
  const [by, setBy] = useState<Dimension>(dimensions.find((name) => name === params.get('by')) ?? 'kind');
  const choose = (next: Dimension) => {
    setBy(next);
    setParams(next === 'kind' ? {} : { by: next }, { replace: true });
  };
  const groups = breakDown(day, week, by);
  const choices = dimensions.map((value) => ({ value, label: payments.filterNames[value] }));
  return (
    <section className={`${sheet.part} ${sheet.left}`} aria-labelledby="breakdown">
      <div className={sheet.title}>
        <h2 id="breakdown">{overview.breakdown.title}</h2>
        {groups.length > 0 && (
          <Segmented label={overview.breakdown.by} choices={choices} value={by} onChange={choose} />
        )}
      </div>
      {groups.length === 0 ? (
        <p className={sheet.nothing}>{overview.breakdown.nothing}</p>
      ) : (
        <>
          <BreakdownTable by={by} groups={groups} day={day} week={week} />
          <p className={styles.note}>{overview.breakdown.note}</p>
        </>
      )}
    </section>
  );
}

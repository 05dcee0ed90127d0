import type { ExpectedSettlement } from '../../api/overview.ts';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/words.tsx';
import { waiting } from './figure-filters.ts';
import { FigureLink } from './figure-link.tsx';
import sheet from './overview.module.css';
import { SettlementBars } from './settlement-bars.tsx';
import styles from './settlement-section.module.css';
import { SettlementTable } from './settlement-table.tsx';
import { useView, ViewSwitch } from './view-switch.tsx';

interface SettlementSectionProps {
  settlements: readonly ExpectedSettlement[];
  today: string;
}

/** The money that is paid but not settled yet, by the day on which it should be. */
export function SettlementSection({ settlements, today }: SettlementSectionProps) {
  const { overview } = useWords();
  const [view, setView] = useView('settlement');
  const total = { count: 0, amountIdr: 0 };
  for (const { count, amountIdr } of settlements) {
    total.count += count;
    total.amountIdr += amountIdr;
  }
  return (
    <section className={sheet.part} aria-labelledby="settlement">
      <div className={sheet.title}>
        <h2 id="settlement">{overview.settlement.title}</h2>
        {total.count > 0 && <ViewSwitch title={overview.settlement.title} view={view} onChange={setView} />}
      </div>
      {total.count === 0 ? (
        <p className={sheet.nothing}>{overview.settlement.none}</p>
      ) : (
        <>
          <FigureLink filters={waiting} className={styles.total}>
            <Amount amountIdr={total.amountIdr} size="panel" />{' '}
            <span className={styles.count}>{overview.payments(total.count)}</span>
          </FigureLink>
          {view === 'chart' ? (
            <SettlementBars settlements={settlements} today={today} />
          ) : (
            <SettlementTable settlements={settlements} today={today} />
          )}
        </>
      )}
    </section>
  );
}

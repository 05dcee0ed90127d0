import type { ExpectedSettlement } from '../../api/overview.ts';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/words.tsx';
import { waitingFor } from './figure-filters.ts';
import { FigureLink } from './figure-link.tsx';
import styles from './settlement-bars.module.css';
import { isOverdue, useSettlementWords } from './use-settlement-words.ts';

interface SettlementBarsProps {
  settlements: readonly ExpectedSettlement[];
  today: string;
}

/** What settles when: a bar for each expected day with its name before and its amount behind it, so that it needs no axis. */
export function SettlementBars({ settlements, today }: SettlementBarsProps) {
  const { overview } = useWords();
  const nameOf = useSettlementWords(today);
  const highestIdr = Math.max(...settlements.map(({ amountIdr }) => amountIdr));
  return (
    <ul className={styles.bars} aria-label={overview.settlement.chart}>
      {settlements.map((settlement) => (
        <li key={settlement.day} className={isOverdue(settlement, today) ? styles.overdue : ''}>
          <FigureLink className={styles.row} filters={waitingFor(settlement)}>
            <span className={styles.name}>{nameOf(settlement)}</span>{' '}
            <i className={styles.track}>
              <i style={{ width: `${(settlement.amountIdr / highestIdr) * 100}%` }} />
            </i>
            <Amount amountIdr={settlement.amountIdr} />
            <span className="visually-hidden">, {overview.payments(settlement.count)}</span>
          </FigureLink>
        </li>
      ))}
    </ul>
  );
}

import type { ExpectedSettlement } from '../../api/overview.ts';
import { useWords } from '../../words/words.tsx';
import { waitingFor } from './figure-filters.ts';
import styles from './figure-table.module.css';
import { PaidCell } from './paid-cell.tsx';
import { isOverdue, useSettlementWords } from './use-settlement-words.ts';

interface SettlementTableProps {
  settlements: readonly ExpectedSettlement[];
  today: string;
}

/** What waits for settlement by expected day, in figures. */
export function SettlementTable({ settlements, today }: SettlementTableProps) {
  const { overview, payments } = useWords();
  const nameOf = useSettlementWords(today);
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">{overview.settlement.chart}</caption>
      <thead>
        <tr>
          <th scope="col">{overview.settlement.day}</th>
          <th scope="col">{payments.columns.amount}</th>
        </tr>
      </thead>
      <tbody>
        {settlements.map((settlement) => (
          <tr key={settlement.day}>
            <th scope="row" className={isOverdue(settlement, today) ? styles.overdue : ''}>
              {nameOf(settlement)}
            </th>
            <PaidCell filters={waitingFor(settlement)} count={settlement.count} amountIdr={settlement.amountIdr} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

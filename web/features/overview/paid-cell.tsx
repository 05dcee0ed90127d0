import type { PaymentFilters } from '../../api/keys.ts';
import { formatCount } from '../../format/money.ts';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/words.tsx';
import { FigureLink } from './figure-link.tsx';
import styles from './figure-table.module.css';

interface PaidCellProps {
  filters: PaymentFilters | null;
  count: number;
  amountIdr: number;
  /** Behind the number of payments, in the second line. */
  note?: string | null;
}

/** An amount, and below it of how many payments; a dash for none. */
export function PaidCell({ filters, count, amountIdr, note }: PaidCellProps) {
  const { common, overview } = useWords();
  if (count === 0) {
    return (
      <td className={styles.none}>
        {common.none}
        {note && <small>{note}</small>}
      </td>
    );
  }
  return (
    <td>
      <FigureLink filters={filters} className={styles.figure}>
        <Amount amountIdr={amountIdr} />
        <small>
          <span className={styles.full}>{overview.payments(count)}</span>
          <span className={styles.short} aria-hidden="true">
            {formatCount(count)}
          </span>
          {note && ` · ${note}`}
        </small>
      </FigureLink>
    </td>
  );
}

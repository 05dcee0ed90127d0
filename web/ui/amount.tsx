import { formatCount } from '../format/money.ts';
import styles from './amount.module.css';

interface AmountProps {
  /** Whole rupiah. */
  amountIdr: number;
  /** `panel` is the large figure at the head of a panel or a summary, `page` the first one of a page. */
  size?: 'row' | 'panel' | 'page';
}

/** `Rp 1.250.000`: the figure first, the currency behind it. */
export function Amount({ amountIdr, size = 'row' }: AmountProps) {
  return (
    <span className={`${styles.amount} ${styles[size]}`}>
      <span className={styles.currency}>Rp&nbsp;</span>
      {formatCount(amountIdr)}
    </span>
  );
}

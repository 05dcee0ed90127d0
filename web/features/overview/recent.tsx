import { useRef } from 'react';
import { Link } from 'react-router';
import type { PaymentRow } from '../../api/payments.ts';
import { paths, placeOf } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { dayOf, formatClock, formatMinute } from '../../format/time.ts';
import { PaymentStatus } from '../../payments/cells/payment-status.tsx';
import { Amount } from '../../ui/amount.tsx';
import { useWords } from '../../words/words.tsx';
import { lastKnown } from './last-known.ts';
import sheet from './overview.module.css';
import styles from './recent.module.css';

interface RecentProps {
  rows: readonly PaymentRow[];
  today: string;
}

/** The payments that changed last, each the way to itself. */
export function Recent({ rows, today }: RecentProps) {
  const { overview } = useWords();
  const { name: environment } = useEnvironment();
  return (
    <section className={sheet.part} aria-labelledby="recent">
      <div className={sheet.title}>
        <h2 id="recent">{overview.recent.title}</h2>
        <Link className={styles.all} to={paths.list(environment, 'payments')}>
          {overview.recent.all}
        </Link>
      </div>
      <ul className={styles.rows}>
        {rows.map((row) => (
          <RecentRow key={row.id} row={row} today={today} />
        ))}
      </ul>
    </section>
  );
}

function RecentRow({ row, today }: { row: PaymentRow; today: string }) {
  const { common, kinds, overview } = useWords();
  const { name: environment } = useEnvironment();
  const firstVersion = useRef(row.version);
  // Two names for the same animation: a second change starts it again.
  const tint = row.version === firstVersion.current ? '' : row.version % 2 ? styles.tintOdd : styles.tintEven;
  const { what, at } = lastKnown(row);
  const time = dayOf(at) === today ? formatClock(at) : formatMinute(at, common.months, Date.parse(today));
  return (
    <li className={tint}>
      <Link className={styles.row} to={paths.payment(environment, placeOf[row.kind], row.id)}>
        <span className={styles.who}>
          {row.customerName ?? row.description ?? row.reference}
          <small>
            {kinds[row.kind].name} · {overview.recent[what](time)}
          </small>
        </span>
        <span className={styles.amount}>
          <Amount amountIdr={row.paidAmountIdr ?? row.amountIdr} />
        </span>
        <span className={styles.status}>
          <PaymentStatus payment={row} />
        </span>
      </Link>
    </li>
  );
}

import type { PaidPeriod } from '../../api/overview.ts';
import { formatDay } from '../../format/time.ts';
import { Amount } from '../../ui/amount.tsx';
import { ArrowDownIcon, ArrowUpIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import { compare, signedPercent } from './compare.ts';
import { paidIn } from './figure-filters.ts';
import { FigureLink } from './figure-link.tsx';
import sheet from './overview.module.css';
import { sumPaid } from './paid.ts';
import styles from './paid-figure.module.css';
import { useComparedWords } from './use-day-words.ts';

interface PaidFigureProps {
  period: PaidPeriod;
  /** When it was counted, RFC 3339. */
  asOf: string;
  today: string;
}

/** How much was paid in a period, and how that stands to the same days a week before. */
export function PaidFigure({ period, asOf, today }: PaidFigureProps) {
  const { common, overview } = useWords();
  const then = useComparedWords(asOf)[period.name];
  const paid = sumPaid(period.days.filter(({ day }) => day <= today));
  const difference = compare(paid.amountIdr, paid.comparedAmountIdr);
  const percent = signedPercent(difference);
  const Arrow = { more: ArrowUpIcon, less: ArrowDownIcon, same: null }[difference.direction];
  const days = [...new Set([period.from, today])].map((day) => formatDay(day, common.months, Date.parse(asOf)));
  return (
    <section className={`${sheet.part} ${period.name === 'today' ? sheet.left : ''}`} aria-labelledby={period.name}>
      <h2 className={styles.title} id={period.name}>
        {overview.paid[period.name]} <small>{days.join(' – ')}</small>
      </h2>
      <FigureLink filters={paid.count > 0 ? paidIn(period) : null} className={styles.figure}>
        <Amount amountIdr={paid.amountIdr} size="page" />{' '}
        <span className={styles.count}>{paid.count > 0 ? overview.payments(paid.count) : overview.noPayments}</span>
      </FigureLink>
      <p className={styles.difference}>
        {paid.comparedCount === 0 ? (
          overview.nothingThen(then)
        ) : (
          <>
            {Arrow && <Arrow size={14} />}
            {percent && <strong>{percent}</strong>}{' '}
            {difference.direction === 'same'
              ? overview.same(then)
              : overview[difference.direction](difference.differenceIdr, then)}
          </>
        )}
      </p>
      <p className={styles.then}>
        {paid.comparedCount === 0 ? '\u00a0' : overview.amountThen(paid.comparedAmountIdr, paid.comparedCount)}
      </p>
    </section>
  );
}

import type { scaleLinear } from '@visx/scale';
import { BarRounded } from '@visx/shape';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatClock } from '../../../format/time.ts';
import { writePaymentSearch } from '../../../payments/filters/payment-search.ts';
import { useWords } from '../../../words/words.tsx';
import { paidIn } from '../figure-filters.ts';
import type { WeekDay } from '../week-days.ts';
import { ChartLink } from './chart-link.tsx';
import styles from './charts.module.css';

/** Share of the outline's width that the bar before it takes. */
const BAR_SHARE = 0.56;
const RADIUS_PX = 3;

interface DayBarsProps {
  day: WeekDay;
  /** Left edge and width of the day's outline, and the distance from one day to the next, px. */
  x: number;
  width: number;
  step: number;
  y: ReturnType<typeof scaleLinear<number>>;
  /** When it was counted, RFC 3339. */
  asOf: string;
  nameOf: (day: string) => string;
  isPointedAt: boolean;
  onPoint: (day: string | null) => void;
}

/** One day: a bar before last week's outline. Where something was paid the whole column leads to it. */
export function DayBars({ day: weekDay, x, width, step, y, asOf, nameOf, isPointedAt, onPoint }: DayBarsProps) {
  const { overview } = useWords();
  const { name: environment } = useEnvironment();
  const { day, comparedDay, paid, when } = weekDay;
  const [bottom = 0, top = 0] = y.range();
  const amountAnd = (amountIdr: number, count: number) => `${formatAmountIdr(amountIdr)}, ${overview.payments(count)}`;
  const comparedName =
    when === 'today' ? overview.week.byClock(nameOf(comparedDay), formatClock(asOf)) : nameOf(comparedDay);
  const drawing = (
    <>
      <rect
        className={isPointedAt ? styles.pointedAt : styles.area}
        x={x - (step - width) / 2}
        y={top}
        width={step}
        height={bottom - top}
        rx={RADIUS_PX}
      />
      {paid.comparedAmountIdr > 0 && (
        <BarRounded
          className={styles.then}
          x={x + 0.5}
          y={y(paid.comparedAmountIdr)}
          width={width - 1}
          height={bottom - y(paid.comparedAmountIdr)}
          radius={RADIUS_PX}
          top
        />
      )}
      {paid.amountIdr > 0 && (
        <BarRounded
          className={styles.now}
          x={x + (width * (1 - BAR_SHARE)) / 2}
          y={y(paid.amountIdr)}
          width={width * BAR_SHARE}
          height={bottom - y(paid.amountIdr)}
          radius={RADIUS_PX}
          top
        />
      )}
    </>
  );
  const point = () => onPoint(day);
  if (paid.count === 0) {
    return <g onPointerEnter={point}>{drawing}</g>;
  }
  return (
    <ChartLink
      to={paths.list(environment, 'payments', writePaymentSearch(paidIn({ from: day, to: day })))}
      label={overview.week.point(
        nameOf(day),
        amountAnd(paid.amountIdr, paid.count),
        comparedName,
        amountAnd(paid.comparedAmountIdr, paid.comparedCount),
      )}
      onPointerEnter={point}
      onFocus={point}
      onBlur={() => onPoint(null)}
    >
      {drawing}
    </ChartLink>
  );
}

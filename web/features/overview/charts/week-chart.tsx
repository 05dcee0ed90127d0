import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { useState } from 'react';
import { formatCount } from '../../../format/money.ts';
import { useWords } from '../../../words/words.tsx';
import { useDayWords } from '../use-day-words.ts';
import { type WeekDay, weekdayOf } from '../week-days.ts';
import { axisUnit } from './axis-unit.ts';
import { WEEK_CHART_PX } from './chart-size.ts';
import styles from './charts.module.css';
import { DayBars } from './day-bars.tsx';
import { LEGEND_PX, WeekLegend } from './week-legend.tsx';

const AXIS_LEFT_PX = 44;
const AXIS_BOTTOM_PX = 24;
const TOP_PX = 24;
const HEIGHT_PX = WEEK_CHART_PX - LEGEND_PX;
const TICKS = 4;
const RESIZE_PAUSE_MS = 60;

interface WeekChartProps {
  days: readonly WeekDay[];
  /** When it was counted, RFC 3339. */
  asOf: string;
  today: string;
}

/** The days of this week as bars, each before the outline of the same weekday last week. */
export function WeekChart({ days, asOf, today }: WeekChartProps) {
  const { overview } = useWords();
  const nameOf = useDayWords(today);
  const { parentRef, width } = useParentSize({ debounceTime: RESIZE_PAUSE_MS });
  const [pointedAt, setPointedAt] = useState<string | null>(null);
  const bottom = HEIGHT_PX - AXIS_BOTTOM_PX;
  const x = scaleBand({ domain: days.map(({ day }) => day), range: [AXIS_LEFT_PX, width], padding: 0.2 });
  const highest = Math.max(...days.flatMap(({ paid }) => [paid.amountIdr, paid.comparedAmountIdr]));
  const y = scaleLinear({ domain: [0, highest], range: [bottom, TOP_PX], nice: TICKS });
  const ticks = y.ticks(TICKS);
  const unit = axisUnit(ticks);
  const weekday = (day: string) => overview.weekdaysShort[weekdayOf(day)];
  return (
    <figure ref={parentRef} className={styles.chart} aria-label={overview.week.chart}>
      <WeekLegend
        days={days}
        asOf={asOf}
        pointedAt={days.find(({ day }) => day === pointedAt) ?? null}
        nameOf={nameOf}
      />
      {width > 0 && (
        <svg width={width} height={HEIGHT_PX} role="presentation" onPointerLeave={() => setPointedAt(null)}>
          <g>
            <text className={styles.unit} x={0} y={10}>
              {overview.axisUnits[unit.name]}
            </text>
            <GridRows
              scale={y}
              left={AXIS_LEFT_PX}
              width={width - AXIS_LEFT_PX}
              tickValues={ticks}
              className={styles.grid}
              stroke=""
            />
            <AxisLeft
              scale={y}
              left={AXIS_LEFT_PX}
              tickValues={ticks}
              tickFormat={(tick) => formatCount(Number(tick) / unit.size)}
              hideAxisLine
              hideTicks
              tickComponent={({ x: at, y: height, formattedValue }) => (
                <text className={styles.tick} x={at} y={height} dy={4} textAnchor="end">
                  {formattedValue}
                </text>
              )}
            />
            <AxisBottom
              scale={x}
              top={bottom}
              tickFormat={weekday}
              hideAxisLine
              hideTicks
              tickComponent={({ x: at, y: height, formattedValue }) => (
                <text
                  className={formattedValue === weekday(today) ? styles.today : styles.tick}
                  x={at}
                  y={height}
                  textAnchor="middle"
                >
                  {formattedValue}
                </text>
              )}
            />
          </g>
          {days.map((day) => (
            <DayBars
              key={day.day}
              day={day}
              x={x(day.day) ?? 0}
              width={x.bandwidth()}
              step={x.step()}
              y={y}
              asOf={asOf}
              nameOf={nameOf}
              isPointedAt={day.day === pointedAt}
              onPoint={setPointedAt}
            />
          ))}
        </svg>
      )}
    </figure>
  );
}

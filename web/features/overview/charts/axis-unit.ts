const units = [
  { name: 'billion', size: 1_000_000_000 },
  { name: 'million', size: 1_000_000 },
  { name: 'thousand', size: 1_000 },
  { name: 'one', size: 1 },
] as const;

export type AxisUnit = (typeof units)[number];

/** The largest unit in which every mark of an axis is a whole number: 0, 500.000, 1.000.000 are marked in thousands. */
export function axisUnit(ticksIdr: readonly number[]): AxisUnit {
  return units.find(({ size }) => ticksIdr.every((tick) => tick % size === 0)) ?? units[3];
}

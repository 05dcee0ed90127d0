import { expect, it } from 'vitest';
import { nextCheckAt, overAt } from './check-schedule.ts';

const noon = new Date('2026-11-20T05:00:00Z');
const after = (ms: number) => new Date(noon.getTime() + ms);

it('looks ever more rarely, in the end every five minutes', () => {
  const pauses = [1, 2, 3, 4, 5, 100].map((attempts) => nextCheckAt(noon, attempts, noon).getTime() - noon.getTime());
  expect(pauses).toEqual([5_000, 15_000, 60_000, 300_000, 300_000, 300_000]);
});

it('looks at the very moment from which absence is a proof', () => {
  const over = overAt(noon, 125_000);
  expect(over).toEqual(after(140_000));
  expect(nextCheckAt(after(100_000), 3, over)).toEqual(over);
  expect(nextCheckAt(over, 3, over)).toEqual(after(200_000));
});

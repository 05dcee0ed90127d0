import { expect, test } from 'vitest';
import { formatCountdown } from './countdown.ts';

test.each([
  [1_800_000, '30:00'],
  [1_799_001, '30:00'],
  [1_781_000, '29:41'],
  [59_500, '1:00'],
  [9_000, '0:09'],
  [1, '0:01'],
  [0, '0:00'],
  [3_723_000, '1:02:03'],
  [86_399_000, '23:59:59'],
  [86_400_000, null],
])('%d ms left are told as %s', (leftMs, told) => {
  expect(formatCountdown(leftMs)).toBe(told);
});

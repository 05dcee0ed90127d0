import { expect, test } from 'vitest';
import { faultOfDays } from './check-days.ts';

const today = '2026-11-20';

test.each([
  ['2026-11-01', '2026-11-20', null],
  ['2026-11-20', '2026-11-20', null],
  ['2025-11-20', '2026-11-20', null],
  ['2025-11-19', '2026-11-20', 'too_long'],
  ['', '2026-11-20', 'required'],
  ['2026-11-01', '', 'required'],
  ['2026-11-02', '2026-11-01', 'backwards'],
  ['2026-11-20', '2026-11-21', 'future'],
])('from %j to %j: %j', (from, to, fault) => {
  expect(faultOfDays(from, to, today)).toBe(fault);
});

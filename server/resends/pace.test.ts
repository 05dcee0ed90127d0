import { expect, it } from 'vitest';
import { allowance, dueAfter, durationSeconds } from './pace.ts';

const start = new Date('2026-11-20T02:00:00.000Z');
const after = (ms: number) => new Date(start.getTime() + ms);

/** How many are sent in a minute by somebody who looks every so often. */
function sentInAMinute(perMinute: number, everyMs: number): number {
  let nextAt = start;
  let sent = 0;
  for (let ms = 0; ms < 60_000; ms += everyMs) {
    for (let now = after(ms); nextAt <= now; ) {
      const pace = allowance(perMinute, nextAt, now);
      if (pace.count === 0) break;
      sent += pace.count;
      nextAt = dueAfter(pace, pace.count);
    }
  }
  return sent;
}

it.each([1, 2, 7, 60, 119, 600, 3_333, 6_000])('%d a minute are %d in a minute', (perMinute) => {
  expect(Math.abs(sentInAMinute(perMinute, 500) - perMinute)).toBeLessThanOrEqual(Math.max(1, perMinute / 60));
});

it('time that was lost is caught up with for a second’s worth alone', () => {
  expect(allowance(60, start, after(3_600_000)).count).toBe(2);
  expect(allowance(600, start, after(3_600_000)).count).toBe(11);
  expect(allowance(6_000, start, after(3_600_000)).count).toBe(20);
});

it('before its time nothing is due', () => {
  expect(allowance(60, after(10), start).count).toBe(0);
});

it('so many take so long', () => {
  expect([durationSeconds(0, 60), durationSeconds(10_000, 600), durationSeconds(1, 6_000)]).toEqual([0, 1_000, 1]);
});

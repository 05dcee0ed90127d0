import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOfWibInput, wibInputValue } from './wib-input.ts';

test('shows an instant on the clock of WIB, seven hours ahead of UTC', () => {
  expect(wibInputValue(new Date('2026-11-20T07:02:59Z'))).toBe('2026-11-20T14:02');
  expect(wibInputValue(new Date('2026-12-31T17:30:00Z'))).toBe('2027-01-01T00:30');
});

test('reads what was picked as WIB, whatever zone the browser stands in', () => {
  expect(instantOfWibInput('2026-11-20T14:02')?.toISOString()).toBe('2026-11-20T07:02:00.000Z');
  expect(instantOfWibInput('2027-01-01T00:30')?.toISOString()).toBe('2026-12-31T17:30:00.000Z');
});

test.each(['', '2026-11-20', '2026-11-20T14', '2026-13-20T14:02', '2026-11-20T14:02Z', 'tomorrow'])(
  'takes %j for no instant at all',
  (value) => {
    expect(instantOfWibInput(value)).toBeNull();
  },
);

test('what is shown is read back as the same minute', () => {
  const range = { min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (instant) => {
      const minuteMs = 60_000;
      expect(instantOfWibInput(wibInputValue(instant))?.getTime()).toBe(
        Math.floor(instant.getTime() / minuteMs) * minuteMs,
      );
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { addDays, dayOf, formatClockSecond, formatDay, formatMinute, formatRelative, formatSecond } from './time.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'];
const now = Date.parse('2026-11-20T08:00:00Z');

describe('Times in WIB', () => {
  it('are seven hours ahead of UTC, whatever the zone of the machine', () => {
    expect(formatMinute('2026-11-20T07:02:00.000Z', months, now)).toBe('20 Nov, 14:02');
    expect(formatSecond('2026-11-20T14:02:09+07:00', months, now)).toBe('20 Nov, 14:02:09');
    expect(formatClockSecond('2026-11-20T07:02:09Z')).toBe('14:02:09');
  });

  it('begin a day at 17:00 UTC', () => {
    expect(formatMinute('2026-11-19T16:59:59Z', months, now)).toBe('19 Nov, 23:59');
    expect(formatMinute('2026-11-19T17:00:00Z', months, now)).toBe('20 Nov, 00:00');
    expect(dayOf('2026-11-19T16:59:59.999Z')).toBe('2026-11-19');
    expect(dayOf('2026-11-19T17:00:00.000Z')).toBe('2026-11-20');
  });

  it('begin a month and a year there too', () => {
    expect(formatMinute('2026-07-31T17:00:00Z', months, now)).toBe('1 Agu, 00:00');
    expect(formatMinute('2026-12-31T16:59:00Z', months, now)).toBe('31 Des, 23:59');
    expect(dayOf('2026-12-31T17:00:00Z')).toBe('2027-01-01');
  });

  it('name the year only when it is not the one we are in, as WIB counts it', () => {
    expect(formatMinute('2025-12-31T16:59:00Z', months, now)).toBe('31 Des 2025, 23:59');
    expect(formatMinute('2025-12-31T17:00:00Z', months, now)).toBe('1 Jan, 00:00');
    const newYear = Date.parse('2026-12-31T17:00:00Z');
    expect(formatDay('2026-12-31', months, newYear)).toBe('31 Des 2026');
    expect(formatDay('2027-01-01', months, newYear)).toBe('1 Jan');
  });
});

describe('Days', () => {
  it('are counted across months, years and leap days', () => {
    expect(addDays('2026-11-20', -29)).toBe('2026-10-22');
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  });
});

describe('Relative times', () => {
  it('speak the language and round towards now', () => {
    expect(formatRelative('2026-11-20T07:55:01Z', 'en', now)).toBe('4 minutes ago');
    expect(formatRelative('2026-11-20T10:59:00Z', 'en', now)).toBe('in 2 hours');
    expect(formatRelative('2026-11-19T07:00:00Z', 'id', now)).toBe('kemarin');
    expect(formatRelative('2026-11-20T07:59:30Z', 'en', now)).toBe('now');
  });
});

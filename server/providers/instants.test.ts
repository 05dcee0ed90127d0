import { describe, expect, it } from 'vitest';
import { readInstant, wibDateTime } from './instants.ts';

describe('a time of a provider', () => {
  it.each([
    ['2026-11-20T16:25:33', '2026-11-20T09:25:33.000Z'],
    ['2026-11-20 16:25:33', '2026-11-20T09:25:33.000Z'],
    ['2026-11-20T16:25:33.123456', '2026-11-20T09:25:33.123Z'],
    [' 2026-11-20 00:00:00 ', '2026-11-19T17:00:00.000Z'],
    ['2019-08-24T14:15:22Z', '2019-08-24T14:15:22.000Z'],
    ['2021-12-05 22:05:26 +0700', '2021-12-05T15:05:26.000Z'],
    ['2020-10-20T09:12:48+07:00', '2020-10-20T02:12:48.000Z'],
    ['2020-10-20T09:12:48-03:30', '2020-10-20T12:42:48.000Z'],
    ['2028-02-29T12:00:00', '2028-02-29T05:00:00.000Z'],
  ])('%s is %s when it is WIB unless it says otherwise', (text, instant) => {
    expect(readInstant(text, 'wib')).toBe(instant);
  });

  it('without zone is unreadable where nobody documents its zone', () => {
    expect(readInstant('2026-11-20T16:25:33', 'unreadable')).toBeNull();
    expect(readInstant('2026-11-20T16:25:33Z', 'unreadable')).toBe('2026-11-20T16:25:33.000Z');
  });

  it.each([
    '2026-02-30T00:00:00',
    '2026-13-01T00:00:00',
    '2026-11-20T25:00:00',
    '2026-11-20T16:25:33+99:00',
    '20-11-2026 16:25:33',
    '2026-11-20',
    'soon',
    '',
  ])('%j is none', (text) => {
    expect(readInstant(text, 'wib')).toBeNull();
  });
});

it('an instant for a provider is written in WIB to the second', () => {
  expect(wibDateTime('2026-11-20T17:00:00.999Z')).toBe('2026-11-21 00:00:00');
  expect(wibDateTime('2026-11-21T00:00:00+07:00')).toBe('2026-11-21 00:00:00');
});

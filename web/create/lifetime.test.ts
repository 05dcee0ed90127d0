import { describe, expect, test } from 'vitest';
import { expiryRange } from '../../openapi/rules/link-rules.ts';
import { endOf, expiresAtOf, missingEnd, usualHours } from './lifetime.ts';

const now = new Date('2026-11-20T07:02:31.500Z');

describe('an end of hours or days', () => {
  test('lies a full lifetime ahead, on a full minute', () => {
    expect(endOf({ lifetime: '1h', expiresAt: '' }, now)?.toISOString()).toBe('2026-11-20T08:03:00.000Z');
    expect(endOf({ lifetime: '7d', expiresAt: '' }, now)?.toISOString()).toBe('2026-11-27T07:03:00.000Z');
  });

  test('is picked on the clock of WIB', () => {
    expect(endOf({ lifetime: 'custom', expiresAt: '2026-11-21T15:00' }, now)?.toISOString()).toBe(
      '2026-11-21T08:00:00.000Z',
    );
    expect(endOf({ lifetime: 'custom', expiresAt: '' }, now)).toBeNull();
  });

  test('half typed goes as it is, to be refused', () => {
    expect(expiresAtOf({ lifetime: 'custom', expiresAt: '2026-11-21' }, now)).toBe('2026-11-21');
    expect(expiresAtOf({ lifetime: 'custom', expiresAt: '' }, now)).toBeUndefined();
  });

  test('of one’s own must be picked', () => {
    expect(missingEnd({ lifetime: 'custom', expiresAt: '' })).toMatchObject([{ field: 'expiresAt', code: 'required' }]);
    expect(missingEnd({ lifetime: '24h', expiresAt: '' })).toEqual([]);
  });

  test('that the provider sets is told in hours', () => {
    expect(usualHours(expiryRange('rem', now), now)).toBe(24);
  });
});

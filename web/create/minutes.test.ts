import { describe, expect, test } from 'vitest';
import { checkRoutingInput, routingExpiryRange } from '../../openapi/rules/routing-rules.ts';
import { endOfMinutes, type MinutesForm, minuteChoices, minuteLimits, minutesOf, missingMinutes } from './minutes.ts';

const now = new Date('2026-11-20T07:02:31.500Z');
const range = routingExpiryRange(now);
const form = (minuteChoice: MinutesForm['minuteChoice'], minutes = ''): MinutesForm => ({ minuteChoice, minutes });
const end = (chosen: MinutesForm) => endOfMinutes(chosen, range, now)?.toISOString() ?? null;

describe('an end of minutes', () => {
  test('lies so many minutes ahead, on a full second', () => {
    expect(end(form('30'))).toBe('2026-11-20T07:32:31.000Z');
    expect(end(form('custom', ' 7 '))).toBe('2026-11-20T07:09:31.000Z');
  });

  test('keeps some seconds from the bounds, because clocks differ', () => {
    expect(end(form('60'))).toBe('2026-11-20T08:02:21.000Z');
    expect(end(form('custom', '1'))).toBe('2026-11-20T07:03:41.000Z');
  });

  test('that can be picked is accepted by a server whose clock is five seconds off', () => {
    for (const minuteChoice of minuteChoices) {
      const expiresAt = end(form(minuteChoice, '1'));
      for (const offMs of [-5_000, 0, 5_000]) {
        const input = { amountIdr: 10_000, hasHostedPage: false, expiresAt };
        expect(checkRoutingInput(input, new Date(now.getTime() + offMs))).toEqual([]);
      }
    }
  });

  test('outside the bounds is left there, to be refused', () => {
    expect(end(form('custom', '61'))).toBe('2026-11-20T08:03:31.000Z');
    expect(end(form('custom', '0'))).toBe('2026-11-20T07:02:31.000Z');
  });

  test.each(['', '1.5', 'ten', '-3'])('is none when %j is typed', (minutes) => {
    expect(end(form('custom', minutes))).toBeNull();
    expect(minutesOf(form('custom', minutes))).toBeNull();
    const code = minutes === '' ? 'required' : 'format';
    expect(missingMinutes(form('custom', minutes))).toMatchObject([{ field: 'expiresAt', code }]);
  });

  test('of one’s own that were typed do not matter when others are picked', () => {
    expect(missingMinutes(form('15', 'ten'))).toEqual([]);
  });

  test('has the bounds of the provider', () => {
    expect(minuteLimits(range, now)).toEqual({ least: 1, most: 60 });
  });
});

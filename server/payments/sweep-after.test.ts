import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { factOrClaim, origin } from '../testing/arbitrary-facts.ts';
import { believe } from './believe.ts';
import { endedAtOf, type Looks, lookedAtOf, sweepAfter, unreadAtOf } from './sweep-after.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const startMs = Date.parse('2026-11-20T02:00:00.000Z');
const at = (ms: number): Date => new Date(startMs + ms);
/** How long after the start a payment is due, in hours; null when never. */
const dueHours = (
  known: Partial<Parameters<typeof sweepAfter>[0]>,
  lookedAt: Date | null,
  looks: Partial<Looks> = {},
): number | null => {
  const due = sweepAfter({ ...open, ...known }, { ...unlooked, lookedAt, ...looks });
  return due && (due.getTime() - startMs) / hourMs;
};

const unlooked: Looks = { lookedAt: null, unreadAt: null, isContested: false, endedAt: null };
const open = {
  status: 'open' as const,
  ended: false,
  settlement: 'none' as const,
  createdAt: at(0),
  expiresAt: at(12 * hourMs),
  settlesAt: null,
  paidAt: null,
  knownAt: null,
  failureCode: null,
};
const paid = { ...open, status: 'paid' as const, settlement: 'waiting' as const, knownAt: at(hourMs) };

describe('a payment that lives', () => {
  test('is due just after its expiry, or a day after it was made where it has none of its own', () => {
    expect(dueHours(open, at(0))).toBeCloseTo(12 + 5 / 60);
    expect(dueHours({ ...open, expiresAt: null }, at(hourMs))).toBeCloseTo(24 + 5 / 60);
  });

  test('is looked at once a day until then, and each hour while a denied claim waits for a person', () => {
    const long = { ...open, expiresAt: at(30 * dayMs) };
    expect(dueHours(long, at(0))).toBe(24);
    expect(dueHours(long, at(30 * hourMs))).toBe(54);
    expect(dueHours(long, at(30 * hourMs), { isContested: true })).toBe(31);
  });

  test('and should not is looked at ever more rarely, and in the end no more', () => {
    expect(dueHours(open, at(13 * hourMs))).toBeCloseTo(13 + 55 / 60);
    expect(dueHours(open, at(22 * hourMs))).toBeCloseTo(31 + 55 / 60);
    expect(dueHours(open, at(20 * dayMs))).toBe(21 * 24);
    expect(dueHours(open, at(70 * dayMs))).toBeNull();
  });
});

describe('a paid payment', () => {
  test('is due when its settlement is overdue, by its provider’s own time or after a day and a half', () => {
    expect(dueHours({ ...paid, settlesAt: at(30 * hourMs) }, at(hourMs))).toBe(30.5);
    expect(dueHours(paid, at(hourMs))).toBe(37);
    expect(dueHours({ ...paid, settlement: 'none' }, null)).toBe(37);
  });

  test('that is settled is never due again', () => {
    expect(dueHours({ ...paid, settlement: 'settled' }, null)).toBeNull();
  });
});

describe('what ended is looked at three times more, for money that comes late: a day, a week and a month', () => {
  const expired = { ...open, status: 'expired' as const, ended: true };
  test('after its time', () => {
    expect(dueHours(expired, at(13 * hourMs), { endedAt: at(13 * hourMs) })).toBe(12 + 24);
    expect(dueHours(expired, at(36 * hourMs))).toBe(12 + 7 * 24);
    expect(dueHours(expired, at(8 * dayMs))).toBe(12 + 30 * 24);
    expect(dueHours(expired, at(31 * dayMs))).toBeNull();
  });

  test('after it was deleted or failed, however long it might have lived', () => {
    const deleted = { ...open, status: 'deleted' as const, ended: true, expiresAt: at(300 * dayMs) };
    expect(dueHours(deleted, at(hourMs), { endedAt: at(hourMs) })).toBe(1 + 24);
    expect(dueHours({ ...deleted, status: 'failed' }, at(25 * hourMs), { endedAt: at(hourMs) })).toBe(1 + 7 * 24);
  });
});

test('a callback that says nothing we understand of the status has its payment looked at at once, and once', () => {
  const unread = { unreadAt: at(2 * hourMs) };
  expect(dueHours(open, at(hourMs), unread)).toBe(2);
  expect(dueHours(open, null, unread)).toBe(2);
  expect(dueHours(paid, at(hourMs), unread)).toBe(2);
  expect(dueHours({ ...open, status: 'expired', ended: true }, at(hourMs), unread)).toBe(2);
  expect(dueHours(open, at(3 * hourMs), unread)).toBe(dueHours(open, at(3 * hourMs)));
  expect(dueHours({ ...paid, settlement: 'settled' }, null, unread)).toBeNull();
});

test('what never came to be or is being created is not swept', () => {
  expect(dueHours({ ...open, status: 'failed', ended: true, failureCode: 'not_created' }, null)).toBeNull();
  expect(dueHours({ ...open, status: 'creating' }, null)).toBeNull();
});

test('a look puts the next one off, whatever is known, so that none is repeated at once', () => {
  fc.assert(
    fc.property(
      fc.array(factOrClaim, { maxLength: 8 }),
      fc.nat(80 * 24 * 60),
      fc.boolean(),
      (facts, minute, isContested) => {
        const lookedAt = at(minute * 60_000);
        const unreadAt = unreadAtOf(facts.filter(({ observedAt }) => observedAt <= lookedAt));
        const endedAt = endedAtOf(facts);
        const due = sweepAfter(believe(origin, facts), { lookedAt, unreadAt, isContested, endedAt });
        if (due) expect(due.getTime()).toBeGreaterThan(lookedAt.getTime());
        expect(lookedAtOf(facts.filter(({ source }) => source === 'callback'))).toBeNull();
      },
    ),
    { numRuns: 1_000 },
  );
});

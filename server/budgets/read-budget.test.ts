import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  allowedConfirmations,
  allowedSweeps,
  failed,
  fullBudget,
  type ReadBudget,
  refilled,
  spent,
  spentOnSweep,
  sweepsPerMinute,
} from './read-budget.ts';

const startMs = Date.parse('2026-11-20T02:00:00.000Z');
const at = (seconds: number): Date => new Date(startMs + seconds * 1_000);
const perMinute = 60;
/** As after an answer that asks for fewer. */
const slowed = (budget: ReadBudget, failedAt: Date, retryAfterMs: number | null) =>
  failed(budget, { paymentId: 'a', isAboutAccount: true, retryAfterMs }, failedAt);
const allowedReads = (budget: ReadBudget) => allowedSweeps(budget, false);
const after = (budget: ReadBudget, seconds: number) => refilled(budget, perMinute, at(seconds));

test('a minute gives so many reads and no more, and a pause is worth a tenth of a minute or two', () => {
  const full = fullBudget(perMinute, at(0));
  expect(allowedReads(full)).toBe(10);
  expect(allowedReads(after(spentOnSweep(full, 10), 3))).toBe(3);
  expect(allowedReads(after(spentOnSweep(full, 10), 3_600))).toBe(10);
});

test('claims that do not wait leave a debt, of a minute at most, and the sweep a quarter', () => {
  const flooded = spent(spentOnSweep(fullBudget(perMinute, at(0)), 10), 5_000);
  expect(sweepsPerMinute(flooded)).toBe(15);
  expect(allowedReads(after(flooded, 3))).toBe(0);
  expect(allowedReads(after(flooded, 8))).toBe(2);
  expect(allowedReads(after(spentOnSweep(after(flooded, 59), 2), 59))).toBe(0);
  expect(sweepsPerMinute(after(flooded, 62))).toBe(60);
  expect(allowedReads(after(flooded, 62))).toBe(2);
});

test('a provider that asks for fewer is left alone for as long as it says, then asked at half the pace, then at the full', () => {
  const slow = slowed(fullBudget(perMinute, at(0)), at(0), 30_000);
  expect(slow).toMatchObject({ perMinute: 30, slowedUntil: at(30) });
  expect(allowedReads(after(slow, 29))).toBe(0);
  expect(allowedReads(after(slow, 34))).toBe(2);
  expect(after(slow, 30)).toMatchObject({ perMinute: 30, slowedUntil: null });
  expect(after(slow, 90).perMinute).toBe(45);
  expect(after(slow, 300).perMinute).toBe(60);
});

test('several refusals of the same moment slow it down once, a later one again, never to nothing', () => {
  const once = slowed(fullBudget(perMinute, at(0)), at(0), 30_000);
  expect(slowed(after(once, 1), at(1), 5_000)).toMatchObject({ perMinute: 30, slowedUntil: at(30) });
  expect(slowed(after(once, 30), at(30), null)).toMatchObject({ perMinute: 15, slowedUntil: at(40) });
  let budget = once;
  for (let hour = 1; hour < 20; hour++) budget = slowed(after(budget, 30 + hour), at(30 + hour), 0);
  expect(budget.perMinute).toBeGreaterThanOrEqual(1);
});

test('claims wait only while the pace is not full again, and then before the sweep', () => {
  const full = fullBudget(perMinute, at(0));
  expect(allowedConfirmations(spent(full, 500), perMinute)).toBe(Number.POSITIVE_INFINITY);
  const slow = after(slowed(full, at(0), 30_000), 36);
  expect(allowedConfirmations(after(slowed(full, at(0), 30_000), 29), perMinute)).toBe(0);
  expect(allowedConfirmations(slow, perMinute)).toBe(3);
  expect(allowedSweeps(slow, true)).toBe(0);
  expect(allowedSweeps(slow, false)).toBe(3);
  expect(allowedConfirmations(after(slow, 400), perMinute)).toBe(Number.POSITIVE_INFINITY);
});

test('reads of one payment may fail for ever; the account goes slower when those of three failed, at each until one is answered', () => {
  const fail = (budget: ReadBudget, paymentId: string, failedAt: Date) =>
    failed(budget, { paymentId, isAboutAccount: false, retryAfterMs: null }, failedAt);
  let budget = fullBudget(perMinute, at(0));
  for (let second = 0; second < 60; second++)
    budget = fail(after(budget, second), second % 2 === 0 ? 'a' : 'b', at(second));
  expect(budget).toMatchObject({ perMinute: 60, slowedUntil: null, failingIds: ['a', 'b'] });
  const away = fail(budget, 'c', at(60));
  expect(away).toMatchObject({ perMinute: 30, slowedUntil: at(70) });
  expect(fail(away, 'd', at(60))).toMatchObject({ perMinute: 30, slowedUntil: at(70), failingIds: ['b', 'c', 'd'] });
  expect(fail(after(away, 70), 'c', at(70))).toMatchObject({ perMinute: 15, slowedUntil: at(80) });
});

test('a provider that wants to be left alone for a year is asked again in an hour', () => {
  expect(slowed(fullBudget(perMinute, at(0)), at(0), 365 * 86_400_000).slowedUntil).toEqual(at(3_600));
});

test('no span of time gets more reads than its pace and one burst, however often it is asked', () => {
  const step = fc.record({ seconds: fc.nat(90), isRefused: fc.boolean(), retryAfterMs: fc.option(fc.nat(60_000)) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      let budget = fullBudget(perMinute, at(0));
      let now = 0;
      let reads = 0;
      for (const { seconds, isRefused, retryAfterMs } of steps) {
        now += seconds;
        budget = after(budget, now);
        const allowed = allowedReads(budget);
        if (budget.slowedUntil) expect(allowed).toBe(0);
        reads += allowed;
        budget = spentOnSweep(budget, allowed);
        if (isRefused) budget = slowed(budget, at(now), retryAfterMs);
        expect(reads).toBeLessThanOrEqual(10 + (now / 60) * perMinute);
        expect(budget.perMinute).toBeGreaterThanOrEqual(1);
      }
    }),
    { numRuns: 500 },
  );
});

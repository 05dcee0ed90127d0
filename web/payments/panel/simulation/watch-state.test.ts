import { expect, test } from 'vitest';
import { watchState } from './watch-state.ts';

const simulatedAt = '2026-11-20T07:02:11.000Z';
const now = Date.parse(simulatedAt) + 5_000;
const open = { simulatedAt, calledBackAt: null, status: 'awaiting_payment' as const, knownFrom: null };

test('what nobody simulated is not watched', () => {
  expect(watchState({ ...open, simulatedAt: null }, now)).toBeNull();
});

test('the callback is awaited for 60 seconds and then missing', () => {
  expect(watchState(open, now)).toEqual({
    simulatedAt,
    calledBackAt: null,
    paidAt: null,
    callback: 'awaited',
    awaitedUntil: Date.parse(simulatedAt) + 60_000,
  });
  expect(watchState(open, Date.parse(simulatedAt) + 59_999)?.callback).toBe('awaited');
  expect(watchState(open, Date.parse(simulatedAt) + 60_000)).toMatchObject({ callback: 'missing', awaitedUntil: null });
});

test('callback and payment are told with their times once they are there', () => {
  const at = '2026-11-20T07:02:12.000Z';
  const paid = {
    simulatedAt,
    calledBackAt: at,
    status: 'paid' as const,
    knownFrom: { source: 'callback' as const, at, confirmedAt: null },
  };
  expect(watchState(paid, now)).toMatchObject({ callback: 'arrived', calledBackAt: at, paidAt: at });
});

test('what happened before the simulation does not answer it', () => {
  const before = '2026-11-20T07:02:10.000Z';
  expect(watchState({ ...open, calledBackAt: before }, now)).toMatchObject({ callback: 'awaited', calledBackAt: null });
});

test('a payment that a reading found paid still misses its callback', () => {
  const at = '2026-11-20T07:03:30.000Z';
  const paid = { ...open, status: 'paid' as const, knownFrom: { source: 'read' as const, at, confirmedAt: at } };
  expect(watchState(paid, Date.parse(at))).toMatchObject({ callback: 'missing', paidAt: at });
});

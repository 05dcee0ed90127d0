import { expect, test } from 'vitest';
import { en } from '../../../words/en.ts';
import { byDay, describeDay } from './days.ts';
import type { ActionEntry } from './entry.ts';

function entry(at: string): ActionEntry {
  const actor = { name: 'Rani', role: 'finance' as const };
  return {
    type: 'action',
    id: at,
    at,
    action: 'refreshPayment',
    actor,
    outcome: 'done',
    detail: null,
    providerCode: null,
    callbackAt: null,
  };
}

test('days begin at midnight in WIB, and the order stays', () => {
  const entries = ['2026-11-20T17:00:00Z', '2026-11-20T16:59:59Z', '2026-11-19T17:00:00Z', '2026-11-19T16:59:59Z'].map(
    entry,
  );
  expect(byDay(entries)).toEqual([
    { day: '2026-11-21', entries: [entries[0]] },
    { day: '2026-11-20', entries: [entries[1], entries[2]] },
    { day: '2026-11-19', entries: [entries[3]] },
  ]);
});

test('today and yesterday are named, other days are dates', () => {
  const now = Date.parse('2026-11-20T17:30:00Z');
  expect(describeDay(en, '2026-11-21', now)).toBe('Today, 21 Nov');
  expect(describeDay(en, '2026-11-20', now)).toBe('Yesterday, 20 Nov');
  expect(describeDay(en, '2026-11-19', now)).toBe('19 Nov');
  expect(describeDay(en, '2025-11-19', now)).toBe('19 Nov 2025');
});

import { describe, expect, test } from 'vitest';
import { en } from '../../../words/en.ts';
import { id } from '../../../words/id.ts';
import { awaitedUntil, describeAction } from './describe-action.ts';
import type { ActionEntry } from './entry.ts';

const everyAction: Record<ActionEntry['action'], true> = {
  createLink: true,
  createRouting: true,
  createOneTimePayment: true,
  deletePayment: true,
  refreshPayment: true,
  resendPaymentCallback: true,
  importPayment: true,
  simulatePayments: true,
  acknowledgePayment: true,
  processCallback: true,
  deliverCallback: true,
};
const everyOutcome: Record<ActionEntry['outcome'], true> = {
  done: true,
  pending: true,
  refused: true,
  unavailable: true,
  unknown: true,
};
const at = '2026-11-20T07:06:00.000Z';
const now = Date.parse(at);

function action(parts: Partial<ActionEntry>): ActionEntry {
  const actor = { name: 'Rani', role: 'finance' as const };
  return {
    type: 'action',
    id: 'act_1',
    at,
    action: 'createLink',
    actor,
    outcome: 'done',
    detail: null,
    providerCode: null,
    callbackAt: null,
    ...parts,
  };
}

test.each([
  ['English', en],
  ['Indonesian', id],
] as const)('every action and outcome names the person, in %s', (_language, words) => {
  for (const name of Object.keys(everyAction) as ActionEntry['action'][]) {
    for (const outcome of Object.keys(everyOutcome) as ActionEntry['outcome'][]) {
      const { title, sentences } = describeAction(words, action({ action: name, outcome }), 'rem', now);
      expect(title).toContain('Rani');
      const isFollowed = name === 'resendPaymentCallback' || name === 'simulatePayments';
      expect(sentences.length).toBe(outcome === 'done' && !isFollowed ? 0 : 1);
    }
  }
});

test('names who did it, and in which role', () => {
  expect(describeAction(en, action({}), 'rem', now)).toEqual({ title: 'Created by Rani (finance)', sentences: [] });
  expect(describeAction(id, action({}), 'rem', now).title).toBe('Dibuat oleh Rani (keuangan)');
});

test('quotes the provider when it refused', () => {
  const refused = action({ action: 'deletePayment', outcome: 'refused', detail: 'Invalid Payment Status' });
  expect(describeAction(en, refused, 'rem', now)).toEqual({
    title: 'Deletion requested by Rani (finance)',
    sentences: ['REM refused: “Invalid Payment Status”'],
  });
});

describe.each(['resendPaymentCallback', 'simulatePayments'] as const)('a callback that %s asked for', (name) => {
  const asked = action({ action: name });

  test('is waited for, for a minute', () => {
    expect(describeAction(en, asked, 'rem', now + 59_999).sentences).toEqual(['Waiting for the callback.']);
    expect(describeAction(en, asked, 'rem', now + 60_000).sentences).toEqual(['No callback came in 60 s.']);
    expect(awaitedUntil(asked)).toBe(now + 60_000);
  });

  test('is told when it arrived', () => {
    const arrived = { ...asked, callbackAt: '2026-11-20T07:07:01.000Z' };
    expect(describeAction(en, arrived, 'rem', now + 90_000).sentences).toEqual(['Callback arrived at 14:07:01.']);
    expect(awaitedUntil(arrived)).toBeNull();
  });

  test('is not waited for when the provider refused to send it', () => {
    expect(awaitedUntil(action({ action: name, outcome: 'refused' }))).toBeNull();
  });
});

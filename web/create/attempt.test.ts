import { expect, test } from 'vitest';
import { NO_CONNECTION, ProblemError } from '../api/problem.ts';
import { attemptFor, isOutcomeUnknown } from './attempt.ts';

test('a retry of the same content carries the same key and the same input', () => {
  const first = attemptFor(null, 'content', () => ({ expiresAt: '14:02' }));
  const second = attemptFor(first, 'content', () => ({ expiresAt: '14:03' }));
  expect(second).toBe(first);
  expect(first.key).toMatch(/^[A-Za-z0-9_-]{8,100}$/);
});

test('another content is another attempt', () => {
  const first = attemptFor(null, 'content', () => 1);
  expect(attemptFor(first, 'another', () => 2)).toMatchObject({ content: 'another', input: 2 });
  expect(attemptFor(first, 'another', () => 2).key).not.toBe(first.key);
});

test.each([
  [NO_CONNECTION, true],
  ['unreadable-answer', true],
  ['internal', true],
  ['draining', true],
  ['provider-unreadable', true],
  ['provider-declined', false],
  ['provider-unavailable', false],
  ['invalid-request', false],
  ['reference-taken', false],
])('after %s the payment may exist: %s', (type, mayExist) => {
  expect(isOutcomeUnknown(new ProblemError(type, 500, { detail: 'x' }))).toBe(mayExist);
});

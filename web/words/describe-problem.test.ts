import { expect, it } from 'vitest';
import { NO_CONNECTION, ProblemError, UNREADABLE_ANSWER } from '../api/problem.ts';
import { describeProblem } from './describe-problem.ts';
import { en } from './en.ts';

it.each([
  [NO_CONNECTION, true],
  [UNREADABLE_ANSWER, true],
  ['internal', true],
  ['provider-unreadable', true],
  ['a-type-that-this-browser-does-not-know', true],
  ['draining', false],
  ['provider-unavailable', false],
  ['destination-not-allowed', false],
  ['forbidden', false],
])('after %s an act may have been done: %s', (type, expected) => {
  const { isOutcomeUnknown } = describeProblem(en, new ProblemError(type, 500, { detail: 'x' }));
  expect(isOutcomeUnknown).toBe(expected);
});

it('after an error of our own an act may have been done', () => {
  expect(describeProblem(en, new TypeError('x')).isOutcomeUnknown).toBe(true);
});

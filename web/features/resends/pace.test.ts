import { expect, it } from 'vitest';
import { paceOf } from './pace.ts';

it.each([
  ['60', 'provider', 60],
  [' 600 ', 'provider', 600],
  ['601', 'provider', null],
  ['6000', 'destination', 6000],
  ['6001', 'destination', null],
  ['0', 'destination', null],
  ['1.5', 'provider', null],
  ['', 'provider', null],
] as const)('the pace “%s” by the %s is %s', (text, via, expected) => {
  expect(paceOf(text, via)).toBe(expected);
});

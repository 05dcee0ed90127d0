import { expect, it } from 'vitest';
import { paceOf, secondsLeftOf } from './pace.ts';

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

it('what is left takes as long as its pace makes it', () => {
  const order = {
    count: 10_000,
    doneCount: 2_312,
    failedCount: 1,
    unknownCount: 0,
    skippedCount: 0,
    cancelledCount: 0,
  };
  expect(secondsLeftOf({ ...order, perMinute: 60 })).toBe(7_687);
  expect(secondsLeftOf({ ...order, perMinute: 6_000 })).toBe(77);
});

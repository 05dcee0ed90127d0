import { expect, test } from 'vitest';
import { groupsOfFour } from './groups-of-four.ts';

test.each([
  ['8888123456789012', '8888 1234 5678 9012'],
  ['888812345678901', '8888 1234 5678 901'],
  ['8887322', '8887 322'],
  ['1234', '1234'],
  ['', ''],
])('%j is read as %j', (number, read) => {
  expect(groupsOfFour(number)).toBe(read);
});

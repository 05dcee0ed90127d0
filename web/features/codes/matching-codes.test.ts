import { expect, test } from 'vitest';
import { routingCodes } from '../../../openapi/rules/rem-routing-codes.ts';
import { en } from '../../words/en.ts';
import { id } from '../../words/id.ts';
import { matchingCodes } from './matching-codes.ts';

const found = (q: string, words = en) => matchingCodes(routingCodes, words.codes.entries, q).map(({ key }) => key);

test('all codes are there until somebody searches', () => {
  expect(found('')).toHaveLength(routingCodes.length);
  expect(found('   ')).toHaveLength(routingCodes.length);
});

test('a code is found by its number, and 400 by each of its reasons', () => {
  expect(found('203')).toEqual(['duplicate_reference']);
  expect(found('400')).toHaveLength(6);
  expect(found('400 format expiration')).toEqual(['expiry_not_valid']);
});

test('every word must be found, in whichever language one reads', () => {
  expect(found('Too many requests')).toEqual(['too_many_requests']);
  expect(found('pemeliharaan', id)).toEqual(['qr_maintenance']);
  expect(found('maintenance nonsense')).toEqual([]);
});

import { expect, it } from 'vitest';
import { differingFields, differsFrom } from './differing-fields.ts';

const same = { field: 'amountIdr', said: 150_000, before: 150_000, provider: 150_000 };
const moved = { field: 'status', said: 'paid', before: 'open', provider: 'paid' };
const denied = { field: 'paidAmountIdr', said: 150_000, before: null, provider: 59_000 };
const first = { field: 'channel', said: 'ovo', before: null, provider: null };

it('a field differs where another says something else, not where another says nothing', () => {
  expect(differsFrom(moved)).toEqual({ before: true, provider: false });
  expect(differsFrom(denied)).toEqual({ before: false, provider: true });
  expect(differsFrom(first)).toEqual({ before: false, provider: false });
  expect(differingFields([same, moved, denied, first])).toEqual([moved, denied]);
});

it('what this callback leaves out differs from what the others say', () => {
  const leftOut = { field: 'channel', said: null, before: 'ovo', provider: 'ovo' };
  expect(differsFrom(leftOut)).toEqual({ before: true, provider: true });
});

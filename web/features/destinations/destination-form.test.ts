import { expect, it } from 'vitest';
import { ProblemError } from '../../api/problem.ts';
import { faultsOf, formOf, inputOf, refusedField } from './destination-form.ts';

const filled = { ...formOf(null), name: ' Order system ', url: ' https://orders.example/callbacks ' };

it('a new destination takes everything, which is asked for by leaving it out', () => {
  expect(inputOf(filled)).toEqual({ name: 'Order system', url: 'https://orders.example/callbacks' });
  expect(inputOf({ ...filled, providers: ['fazz'], kinds: ['one-time', 'link'] })).toEqual({
    name: 'Order system',
    url: 'https://orders.example/callbacks',
    providers: ['fazz'],
    kinds: ['link', 'one-time'],
  });
});

it('names what is missing or cannot be an address', () => {
  expect(faultsOf(filled)).toEqual({});
  expect(faultsOf(formOf(null))).toEqual({ name: 'noName', url: 'badUrl' });
  expect(faultsOf({ ...filled, url: 'orders.example', providers: [] })).toEqual({
    url: 'badUrl',
    providers: 'atLeastOne',
  });
});

it('knows the field that the server has refused', () => {
  const detail = 'x';
  const url = { field: 'url', code: 'not_allowed', detail } as const;
  expect(refusedField(new ProblemError('invalid-request', 400, { detail, errors: [url] }))).toBe('url');
  expect(refusedField(new ProblemError('destination-not-allowed', 409, { detail, reason: 'name_taken' }))).toBe('name');
  const full = { detail, reason: 'too_many_destinations' } as const;
  expect(refusedField(new ProblemError('destination-not-allowed', 409, full))).toBeNull();
  expect(refusedField(null)).toBeNull();
});

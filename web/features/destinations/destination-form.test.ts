import { expect, it } from 'vitest';
import { faultsOf, formOf, inputOf } from './destination-form.ts';

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

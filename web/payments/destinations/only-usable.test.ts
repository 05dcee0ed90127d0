import { expect, it } from 'vitest';
import { onlyUsable } from './only-usable.ts';

const active = { name: 'Order system', state: 'active' } as const;
const paused = { name: 'ERP', state: 'paused' } as const;

it.each<[string, { name: string; state: 'active' | 'paused' }[], object | null]>([
  ['none is there', [], null],
  ['all are paused', [paused], null],
  ['it is the only one', [active], active],
  ['all others are paused', [paused, active], active],
  ['there are several, of which a person must choose', [active, { ...active, name: 'Reports' }], null],
])('a destination is chosen from the start when %s: %o', (_, destinations, chosen) => {
  expect(onlyUsable(destinations)).toBe(chosen);
});

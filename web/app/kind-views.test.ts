import { expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { kindViews } from './kind-views.ts';
import { placeOf } from './paths.ts';

const views = Object.entries(kindViews);

test.each(views)('%s is declared under its own name and place', (kind, view) => {
  expect(view.kind).toBe(kind);
  expect(view.place).toBe(placeOf[view.kind]);
  expect(en.lists[view.place].title).not.toBe('');
});

test.each(views)('the panel of %s tells each fact once', (_kind, { facts, moreFacts }) => {
  const told = [...facts, ...moreFacts];
  expect(told).toEqual([...new Set(told)]);
});

test.each(views)(
  '%s can be asked for at a provider, and several are simulated only where one can be',
  (_kind, view) => {
    expect(view.lookUpKeys.length).toBeGreaterThan(0);
    const each = Object.values(view.providers);
    expect(each.length).toBeGreaterThan(0);
    for (const step of view.simulatesSeveral) expect(each.every((steps) => steps.includes(step))).toBe(true);
  },
);

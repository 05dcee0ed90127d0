import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetOf, presetsOf, rangeOf } from './day-range.ts';
import { daysFilters } from './payment-search.ts';

/** 00:30 on 1 March 2028 in WIB, while it is still 29 February in UTC. */
const firstOfMarch = Date.parse('2028-02-29T17:30:00Z');

describe('A named range of days', () => {
  it('is counted in WIB', () => {
    expect(rangeOf('today', firstOfMarch)).toEqual({ from: '2028-03-01', to: '2028-03-01' });
    expect(rangeOf('yesterday', firstOfMarch)).toEqual({ from: '2028-02-29', to: '2028-02-29' });
  });

  it('reaches into the coming days where money is awaited', () => {
    expect(rangeOf('tomorrow', firstOfMarch)).toEqual({ from: '2028-03-02', to: '2028-03-02' });
    expect(rangeOf('next7', firstOfMarch)).toEqual({ from: '2028-03-02', to: '2028-03-08' });
  });

  it('includes both ends: the last 7 days are 7 days', () => {
    expect(rangeOf('last7', firstOfMarch)).toEqual({ from: '2028-02-24', to: '2028-03-01' });
    expect(rangeOf('last30', firstOfMarch)).toEqual({ from: '2028-02-01', to: '2028-03-01' });
  });

  it('knows months of every length', () => {
    expect(rangeOf('thisMonth', firstOfMarch)).toEqual({ from: '2028-03-01', to: '2028-03-01' });
    expect(rangeOf('lastMonth', firstOfMarch)).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(rangeOf('lastMonth', Date.parse('2027-01-15T00:00:00Z'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  });

  it('is recognised again by its days, at any time, by a name that means the same days', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, fc.constantFrom(...daysFilters), fc.nat(), (instant, name, choice) => {
        const now = instant.getTime();
        const presets = presetsOf[name];
        const preset = presets[choice % presets.length] ?? 'today';
        const found = presetOf(rangeOf(preset, now), presets, now);
        expect(found && rangeOf(found, now)).toEqual(rangeOf(preset, now));
      }),
    );
  });

  it('is not seen where a person chose other days', () => {
    expect(presetOf({ from: '2028-02-10', to: '2028-02-12' }, presetsOf.created, firstOfMarch)).toBeNull();
    expect(presetOf({ from: '2028-03-01' }, presetsOf.paid, firstOfMarch)).toBeNull();
  });
});

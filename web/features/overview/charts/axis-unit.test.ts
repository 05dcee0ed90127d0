import { describe, expect, it } from 'vitest';
import { axisUnit } from './axis-unit.ts';

describe('The unit of an axis', () => {
  it('is the largest in which every mark is a whole number', () => {
    expect(axisUnit([0, 20_000_000, 40_000_000]).name).toBe('million');
    expect(axisUnit([0, 500_000, 1_000_000, 1_500_000]).name).toBe('thousand');
    expect(axisUnit([0, 2_000_000_000]).name).toBe('billion');
    expect(axisUnit([0, 500, 1_000]).name).toBe('one');
  });
});

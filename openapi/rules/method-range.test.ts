import { expect, it } from 'vitest';
import { remBanks, remMethods } from './channels.ts';
import { methodsFor } from './link-rules.ts';
import { methodRange } from './method-range.ts';

it.each(remMethods)('the range of %s is exactly what the rules offer it for', (method) => {
  const { minIdr, maxIdr } = methodRange(method);
  const isOffered = (amountIdr: number) => methodsFor(amountIdr, [method])[0]?.isOffered;
  expect(isOffered(minIdr)).toBe(true);
  expect(isOffered(minIdr - 1)).toBe(false);
  expect(isOffered(maxIdr ?? Number.MAX_SAFE_INTEGER)).toBe(true);
  if (maxIdr !== null) expect(isOffered(maxIdr + 1)).toBe(false);
});

it.each(remBanks)('the range of a virtual account at %s is exactly what the rules offer it for', (bank) => {
  const { minIdr, maxIdr } = methodRange('va', bank);
  const isOffered = (amountIdr: number) => methodsFor(amountIdr, ['va'], [bank])[0]?.isOffered;
  expect(isOffered(minIdr)).toBe(true);
  expect(isOffered(minIdr - 1)).toBe(false);
  expect(isOffered(maxIdr ?? 0)).toBe(true);
  expect(isOffered((maxIdr ?? 0) + 1)).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RemMethod, remMethods } from '../../../../openapi/rules/channels.ts';
import { checkLinkInput } from '../../../../openapi/rules/link-rules.ts';
import { afterToggle } from './choose-methods.ts';

test('virtual accounts bring bank transfers along, and go with them', () => {
  expect(afterToggle(['qris'], 'va', true)).toEqual(['va', 'qris', 'bank_transfer']);
  expect(afterToggle(['va', 'qris', 'bank_transfer'], 'bank_transfer', false)).toEqual(['qris']);
  expect(afterToggle(['va', 'bank_transfer'], 'va', false)).toEqual(['bank_transfer']);
});

test('however methods are switched, what remains is none or a choice that the rules accept', () => {
  const step = fc.tuple(fc.constantFrom(...remMethods), fc.boolean());
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
      const methods = steps.reduce<RemMethod[]>(
        (now, [method, isOn]) => afterToggle(now, method, isOn),
        [...remMethods],
      );
      const input = { provider: 'rem', customerName: 'A', amountIdr: 100_000, enabledMethods: methods };
      const errors = checkLinkInput(input, new Date());
      expect(errors.map(({ code }) => code)).toEqual(methods.length === 0 ? ['too_few'] : []);
    }),
  );
});

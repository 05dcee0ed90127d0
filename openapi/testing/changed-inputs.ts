import fc from 'fast-check';
import { expect } from 'vitest';

/** Texts that fields of inputs take, nearly take, or do not take. */
export const text = fc.oneof(
  fc.stringMatching(/^[A-Za-z]{1,30}$/),
  fc.stringMatching(/^[A-Za-z0-9 _-]{0,120}$/),
  fc.string({ maxLength: 300, unit: 'grapheme' }),
);

const nasty = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>(null, '', 0, -1, 1.5, [], {}, '2026-13-01T00:00:00Z'));

/** Sound inputs with up to three fields changed: to what `values` says of the field, to anything, or taken away. */
export function changedInputs(
  sound: readonly object[],
  values: Record<string, fc.Arbitrary<unknown>>,
): fc.Arbitrary<unknown> {
  const change = fc.oneof(
    ...Object.entries({ ...values, surplus: nasty }).map(([field, value]) =>
      fc
        .oneof(
          { weight: 4, arbitrary: value },
          { weight: 1, arbitrary: nasty },
          { weight: 1, arbitrary: fc.constant(undefined) },
        )
        .map((changed) => ({ [field]: changed })),
    ),
  );
  return fc
    .tuple(fc.constantFrom(...sound), fc.array(change, { maxLength: 3 }))
    .map(([base, changes]): unknown => JSON.parse(JSON.stringify(Object.assign({}, base, ...changes))));
}

interface Judges {
  bySchema: (input: unknown) => unknown[];
  /** Without what a schema cannot say. */
  byRules: (input: unknown) => unknown[];
}

/** Both refuse the same inputs, and the inputs are such that many pass and many are refused. */
export function expectSameJudgement(inputs: fc.Arbitrary<unknown>, { bySchema, byRules }: Judges): void {
  const seen = { passed: 0, refused: 0 };
  fc.assert(
    fc.property(inputs, (input) => {
      const schema = bySchema(input);
      const rules = byRules(input);
      seen[schema.length > 0 ? 'refused' : 'passed'] += 1;
      const said = `schema: ${schema.join(' ')} rules: ${JSON.stringify(rules)}`;
      expect(rules.length > 0, said).toBe(schema.length > 0);
    }),
    { numRuns: 5_000 },
  );
  expect(seen.passed).toBeGreaterThan(500);
  expect(seen.refused).toBeGreaterThan(500);
}

import fc from 'fast-check';

/** Texts that have broken somebody's server. */
const texts = [
  '',
  ' ',
  'NaN',
  'null',
  'undefined',
  '-1',
  '1e999',
  '0x10',
  '00',
  '１２３',
  '10.000',
  '9'.repeat(400),
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00\ud83d',
  '💸👨‍👩‍👧‍👦',
  '\u202Eedoc\u202C',
  '\uFEFF',
  'e\u0301'.repeat(50),
  '%',
  '%zz',
  '%00',
  '%ED%A0%80',
  '__proto__',
  'constructor',
  'toString',
  '../../../../etc/passwd',
  "'; drop table payments; --",
  '<script>alert(1)</script>',
  '{{7*7}}#{7*7}',
  '\r\nSet-Cookie: a=b',
  '%%__\\',
  '(((((((((((((((((((((((a+)+',
  '0000-00-00',
  '0001-01-01T00:00:00',
  '9999-12-31T23:59:59-14:00',
  '2026-02-31T25:61:61Z',
  'x'.repeat(300),
  'é'.repeat(5_000),
];

export const wildTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 200 }) },
);

/** Stands in a value for JSON that JSON.stringify would never write; `toJson` puts it there. */
const literal = (json: string) => `@@${json}@@`;

const numbers = [
  ...[0, -1, 1.5, -0.001, 9_999, 10_000, 9_007_199_254_740_991, 1e15, 1e21, -1e15].map(String),
  ...['1e999', '-1e999', '1e-400', '-0', '9007199254740993', '0.1e1', '123456789012345678901234567890'],
];

/** JSON of any kind, also kinds that no JavaScript value has. */
export const wildJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: wildTexts },
  { weight: 3, arbitrary: fc.constantFrom(...numbers).map(literal) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: { b: [] } }) },
  { weight: 1, arbitrary: fc.array(wildTexts, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 15, max: 1_000 }).map((levels) => literal(nested(levels))) },
);

/** JSON that is broken, in one way or the other. */
export const notJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{"a":NaN}',
    '{"a":01}',
    '{"a":1,}',
    "{'a':1}",
    '{a:1}',
    '{"a":"\n"}',
    '{"a":1}{"b":2}',
    '\uFEFF{}',
    '',
  ),
  fc.string({ unit: 'binary', maxLength: 100 }),
  fc.json().map((json) => json.slice(0, -1)),
);

const nested = (levels: number) => (levels % 2 ? `${'['.repeat(levels)}${']'.repeat(levels)}` : deepObject(levels));
const deepObject = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

/** As JSON.stringify, with the literals put in. */
export const toJson = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replace(/"@@((?:[^"\\]|\\")*?)@@"/g, (_, json: string) =>
    json.replaceAll('\\"', '"'),
  );

/** An object with one or more of its fields replaced, taken away, or added. `__proto__` becomes a field of its own. */
export function spoilt(object: Readonly<Record<string, unknown>>, most = 3): fc.Arbitrary<Record<string, unknown>> {
  const names = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...Object.keys(object), 'unknown') },
    { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'id', '', 'a.b', '💸') },
  );
  const change = fc.tuple(names, fc.option(wildJson, { nil: undefined, freq: 6 }));
  return fc.array(change, { minLength: 1, maxLength: most }).map((changes) => {
    const replaced = new Map(changes);
    const fields = [...new Set([...Object.keys(object), ...replaced.keys()])];
    return Object.fromEntries(
      fields.flatMap((name) => {
        const value = replaced.has(name) ? replaced.get(name) : object[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
  });
}

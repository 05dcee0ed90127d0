import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyMessage } from './pretty-message.ts';

test('lays any JSON out as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(prettyMessage(text)).toEqual({ text: JSON.stringify(JSON.parse(text), null, 2), isTooLarge: false });
    }),
  );
});

test.each(['<html>502</html>', '', 'null and void', '{"half":'])('leaves %j as it came', (raw) => {
  expect(prettyMessage(raw)).toEqual({ text: raw, isTooLarge: false });
});

test('keeps numbers, escapes and repeated keys as they were written', () => {
  const raw = '{"amount":12345678901234567890, "amount":10000.0, "a":[], "name":"\\u0041, {:} \\"b\\""}';
  expect(prettyMessage(raw).text).toBe(
    '{\n  "amount": 12345678901234567890,\n  "amount": 10000.0,\n  "a": [],\n  "name": "\\u0041, {:} \\"b\\""\n}',
  );
});

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

// The blanks of an indentation grow with the square of the depth: 10,000 brackets, which are 20 kB, made 200 MB of them.
test.each([101, 10_000, 120_000])('leaves what is nested %i deep as it came', (depth) => {
  expect(prettyMessage(nested(depth))).toEqual({ text: nested(depth), isTooLarge: true });
});

test('lays out what is nested a hundred deep', () => {
  expect(prettyMessage(nested(100))).toEqual({
    text: JSON.stringify(JSON.parse(nested(100)), null, 2),
    isTooLarge: false,
  });
});

test('leaves as it came what would be more than a million characters laid out', () => {
  const raw = `${'['.repeat(100)}${'1,'.repeat(10_000)}1${']'.repeat(100)}`;
  expect(prettyMessage(raw)).toEqual({ text: raw, isTooLarge: true });
});

test('lays out a string as long as a body may be', () => {
  const long = JSON.stringify({ note: 'a"'.repeat(80_000) });
  expect(prettyMessage(long).text).toBe(JSON.stringify(JSON.parse(long), null, 2));
});

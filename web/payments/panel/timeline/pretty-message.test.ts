import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyMessage } from './pretty-message.ts';

test('lays any JSON out as JSON.stringify does', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      expect(prettyMessage(text)).toBe(JSON.stringify(JSON.parse(text), null, 2));
    }),
  );
});

test.each(['<html>502</html>', '', 'null and void', '{"half":'])('leaves %j as it came', (raw) => {
  expect(prettyMessage(raw)).toBe(raw);
});

test('keeps numbers, escapes and repeated keys as they were written', () => {
  const raw = '{"amount":12345678901234567890, "amount":10000.0, "a":[], "name":"\\u0041, {:} \\"b\\""}';
  expect(prettyMessage(raw)).toBe(
    '{\n  "amount": 12345678901234567890,\n  "amount": 10000.0,\n  "a": [],\n  "name": "\\u0041, {:} \\"b\\""\n}',
  );
});

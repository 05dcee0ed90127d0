import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor, type PageCursor } from './page-cursor.ts';
import { ProblemError } from './problems.ts';

const cursor: PageCursor = {
  sort: '-createdAt',
  direction: 'next',
  key: 1_763_600_000_123_456,
  id: 'pay_01jd3k5v9x8w7q6r5t4y3u2z1a',
  includesRow: false,
};

test.each([
  cursor,
  { ...cursor, direction: 'previous' as const },
  { ...cursor, includesRow: true },
  { ...cursor, direction: 'previous' as const, includesRow: true, key: 0 },
])('a cursor comes back as it was written: %o', (one) => {
  const text = encodeCursor(one);
  expect(text.length).toBeLessThanOrEqual(200);
  expect(decodeCursor(text, '-createdAt')).toEqual(one);
});

describe('refused as an invalid request', () => {
  const refusal = (text: string, sort = '-createdAt') => {
    try {
      decodeCursor(text, sort);
    } catch (error) {
      if (error instanceof ProblemError) return error;
    }
    throw new Error(`taken as a cursor: ${text}`);
  };
  const packed = (text: string) => Buffer.from(text).toString('base64url');

  test.each([
    'x',
    '!!!',
    packed('n|-createdAt|12|'),
    packed('x|-createdAt|12|pay_1'),
    packed("n|-createdAt|12|pay_1'; drop"),
    packed('n|-createdAt|2026-11-20|pay_1'),
    packed('n|-createdAt|99999999999999999|pay_1'),
    packed('n|-createdAt|12|pay_1|more'),
    packed('toString|-createdAt|12|pay_1'),
  ])('%s', (text) => {
    const { type, facts } = refusal(text);
    expect(type).toBe('invalid-request');
    expect(facts.errors).toEqual([expect.objectContaining({ field: 'cursor' })]);
  });

  test('a cursor of another sort order', () => {
    expect(refusal(encodeCursor(cursor), 'amount').facts.detail).toContain('another sort order');
  });
});

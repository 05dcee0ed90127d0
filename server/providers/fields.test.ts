import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readFields } from './fields.ts';

const read = (value: unknown) => readFields({ field: value }, 'wib');

it.each([
  [10000, 10000],
  ['10000', 10000],
  ['10000.0', 10000],
  ['10000.00', 10000],
  [150000.0, 150000],
  [0, 0],
])('%j rupiah are %d', (value, amountIdr) => {
  expect(read(value).amountIdr('field')).toBe(amountIdr);
});

it.each([
  [10000.5],
  ['10.000'],
  ['10,000'],
  ['Rp 10000'],
  [-1],
  [1e21],
  [9e12],
  ['9007199254740993'],
  [true],
  [[10000]],
  [{}],
])('%j is no amount and is told as a deviation', (value) => {
  const fields = read(value);
  expect(fields.amountIdr('field')).toBeNull();
  expect(fields.deviations).toEqual(['field could not be used.']);
});

it('what is absent, null or blank says nothing, and is no deviation', () => {
  for (const value of [undefined, null, '', '  ']) {
    const fields = read(value);
    expect([fields.text('field'), fields.amountIdr('field'), fields.instant('field'), fields.url('field')]).toEqual(
      Array(4).fill(null),
    );
    expect(fields.deviations).toEqual([]);
  }
  expect(readFields({}, 'wib').text('toString')).toBeNull();
});

it('text is trimmed, cut at 1,000 characters, and free of what PostgreSQL refuses', () => {
  expect(read('  Siti\0 Rahma\ud800 ').text('field')).toBe('Siti\u{FFFD} Rahma\u{FFFD}');
  expect(read('😀'.repeat(2_000)).text('field')).toBe('😀'.repeat(1_000));
  expect(read(8123).text('field')).toBe('8123');
});

it('an address is http or https, and an id may stand in one', () => {
  expect(read('https://pay.rem.id/x').url('field')).toBe('https://pay.rem.id/x');
  expect(
    ['javascript:alert(1)', 'pay.rem.id/x', '1', 'file:///etc/passwd'].map((value) => read(value).url('field')),
  ).toEqual(Array(4).fill(null));
  expect(read('paymentlink_0a-1').id('field')).toBe('paymentlink_0a-1');
  expect(['..', 'a/b', 'a b', 'a?b', 'x'.repeat(101)].map((value) => read(value).id('field'))).toEqual(
    Array(5).fill(null),
  );
});

it('a word is looked up without regard to case, and the words of JavaScript are none', () => {
  expect(read(' Created ').word('field', { created: 'open' })).toBe('open');
  expect(read('constructor').word('field', { created: 'open' })).toBeNull();
  expect(read('gone').word('field', { created: 'open' })).toBeNull();
});

it('any value at all is read without a throw, as what it should be or as null', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      const fields = read(value);
      const text = fields.text('field');
      expect(text === null || (text.length > 0 && !/[\p{Surrogate}\0]/u.test(text))).toBe(true);
      const amountIdr = fields.amountIdr('field');
      expect(amountIdr === null || (Number.isSafeInteger(amountIdr) && amountIdr >= 0)).toBe(true);
      const instant = fields.instant('field');
      expect(instant === null || new Date(instant).toISOString() === instant).toBe(true);
      const url = fields.url('field');
      expect(url === null || /^https?:/i.test(url)).toBe(true);
    }),
  );
});

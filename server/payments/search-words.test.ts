import { describe, expect, test } from 'vitest';
import { isSelective, readWords } from './search-words.ts';

const amountsOf = (query: string) => readWords(query).map(({ amounts }) => amounts[0] ?? null);
const phonesOf = (query: string) => readWords(query).map(({ contains }) => contains[1] ?? null);

describe('amounts', () => {
  test.each([
    ['150.000', '150000'],
    ['Rp150.000', '150000'],
    ['rp.150.000', '150000'],
    ['IDR150,000', '150000'],
    ['150,000', '150000'],
    ['1.150.000', '1150000'],
    ['150.000,00', '150000'],
    ['150,000.00', '150000'],
    ['150.000,-', '150000'],
    ['Rp150000', '150000'],
    ['Rp 150.000', '150000'],
    ['rp. 150000', '150000'],
  ])('%s means %s rupiah', (query, amount) => {
    expect(amountsOf(query)).toEqual([amount]);
  });

  test.each(['150000', '150.00', '15.0000', '1.150,000', 'TL150.000', '10.0.0.1', 'Rp', '.000'])(
    '%s is text only',
    (query) => {
      expect(amountsOf(query)).toEqual([null]);
    },
  );

  test('the currency belongs to the number after it, not to a word', () => {
    expect(readWords('Rp 150.000 Siti').map(({ contains }) => contains[0])).toEqual(['Rp150.000', 'Siti']);
    expect(readWords('Rp Siti').map(({ contains }) => contains[0])).toEqual(['Rp', 'Siti']);
  });
});

describe('phone numbers', () => {
  test.each([
    '081234567890',
    '+6281234567890',
    '6281234567890',
    '0812-3456-7890',
    '(0812)34567890',
    '+62 812 3456 7890',
    '0812 3456 7890',
    '+62 0812 3456 7890',
  ])('%s is found by its subscriber digits', (query) => {
    expect(phonesOf(query)).toEqual(['81234567890']);
  });

  test.each(['INV-2026-08', '08', '150000', 'a0812345678'])('%s is text only', (query) => {
    expect(phonesOf(query)).toEqual([null]);
  });

  test('words before and after a number in parts stay words', () => {
    expect(readWords('Siti 0812 3456 7890 batik').map(({ contains }) => contains[0])).toEqual([
      'Siti',
      '081234567890',
      'batik',
    ]);
  });

  test('two whole numbers stay two words', () => {
    expect(phonesOf('081234567890 081298765432')).toEqual(['81234567890', '81298765432']);
  });
});

describe('receipt numbers', () => {
  test('of one longer than what REM keeps, the first 12 characters are looked for too', () => {
    expect(readWords('AbC123456789XYZ')[0]?.receipt).toBe('AbC123456789');
    expect(readWords('AbC123456789')[0]?.receipt).toBeNull();
    expect(readWords('siti.rahma@contoh.id')[0]?.receipt).toBeNull();
  });
});

test('nothing typed means no words', () => {
  expect(readWords('  \u0000 \t ')).toEqual([]);
});

test('the trigram index needs three letters or digits in a row', () => {
  expect(readWords('abc ab a-b-c ☕☕☕ 12').map(isSelective)).toEqual([true, false, false, false, false]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AmountInput, afterEdit, afterPaste, amountOfText, amountText } from './amount-input.ts';

/** Plays what a browser does to a text box: `|` marks the caret before and after. */
function press(field: string, key: string): string {
  const caret = field.indexOf('|');
  const before = field.replace('|', '');
  const [edited, inputType] = plainEdit({ text: before, caret }, key);
  const after = afterEdit(before, edited, inputType);
  return `${after.text.slice(0, after.caret)}|${after.text.slice(after.caret)}`;
}

function plainEdit({ text, caret }: AmountInput, key: string): [AmountInput, string] {
  if (key === 'Backspace') {
    const start = Math.max(0, caret - 1);
    return [{ text: text.slice(0, start) + text.slice(caret), caret: start }, 'deleteContentBackward'];
  }
  if (key === 'Delete') return [{ text: text.slice(0, caret) + text.slice(caret + 1), caret }, 'deleteContentForward'];
  return [{ text: text.slice(0, caret) + key + text.slice(caret), caret: caret + key.length }, 'insertText'];
}

describe('typing an amount', () => {
  test.each([
    ['|', '1', '1|'],
    ['125|', '0', '1.250|'],
    ['125.000|', '0', '1.250.000|'],
    ['1.2|50', '9', '12.9|50'],
    ['|250', '1', '1|.250'],
    ['1.250|', 'x', '1.250|'],
    ['1.250|', ',', '1.250|'],
    ['1.250|', 'Backspace', '125|'],
    ['1.|250', 'Backspace', '|250'],
    ['1|.250', 'Delete', '1|50'],
    ['12.345.|678', 'Backspace', '1.234|.678'],
    ['|1.250', 'Backspace', '|1.250'],
    ['1.250|', 'Delete', '1.250|'],
    ['1|.000', 'Backspace', '|0'],
    ['|5', '0', '|5'],
    ['0|', '5', '5|'],
    ['0|', 'Backspace', '|'],
    ['999.999.999.999|', '9', '999.999.999.999|'],
    ['12|3.456.789.012', '9', '12|3.456.789.012'],
  ])('%s and the key %s give %s', (before, key, after) => {
    expect(press(before, key)).toBe(after);
  });
});

describe('pasting an amount', () => {
  test.each([
    ['1250000', '1.250.000'],
    ['Rp 1.250.000', '1.250.000'],
    ['Rp1.250.000,00', '1.250.000'],
    ['IDR 1,250,000.00', '1.250.000'],
    ['1.250.000,-', '1.250.000'],
    ['1250000.5', '1.250.000'],
    ['  86.500\n', '86.500'],
    ['no amount', ''],
  ])('%j becomes %j', (pasted, text) => {
    expect(afterPaste('', { start: 0, end: 0 }, pasted)).toEqual({ text, caret: text.length });
  });

  test('replaces what was selected and leaves the caret behind it', () => {
    expect(afterPaste('1.250.000', { start: 2, end: 5 }, '7')).toEqual({ text: '17.000', caret: 2 });
  });
});

describe('whatever is typed, in whatever order', () => {
  const key = fc.constantFrom('0', '1', '5', '9', '.', ',', ' ', 'a', '-', 'Backspace', 'Delete');
  const step = fc.record({ key, at: fc.nat(20) });

  test('the field shows one amount, grouped as rupiah are, and the caret stays inside and never before a dot it typed over', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let field: AmountInput = { text: '', caret: 0 };
        for (const { key: pressed, at } of steps) {
          const [edited, inputType] = plainEdit({ text: field.text, caret: Math.min(at, field.text.length) }, pressed);
          field = afterEdit(field.text, edited, inputType);
          expect(field.text).toMatch(/^$|^\d{1,3}(\.\d{3})*$/);
          expect(field.text).toBe(amountText(amountOfText(field.text)));
          expect(field.caret).toBeGreaterThanOrEqual(0);
          expect(field.caret).toBeLessThanOrEqual(field.text.length);
        }
      }),
    );
  });

  test('a digit typed at any place stands right before the caret', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        (amountIdr, at, digit) => {
          const text = amountText(amountIdr);
          const caret = Math.min(at, text.length);
          const [edited, inputType] = plainEdit({ text, caret }, String(digit));
          const after = afterEdit(text, edited, inputType);
          expect(after.text[after.caret - 1]).toBe(String(digit));
          expect(after.text.replaceAll('.', '').length).toBe(String(amountIdr).length + 1);
        },
      ),
    );
  });

  test('Backspace and Delete take exactly one digit wherever there is one to take', () => {
    const tail = (text: string) => text.replaceAll('.', '').replace(/^0+(?=\d)/, '');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 999_999_999 }),
        fc.nat(20),
        fc.constantFrom('Backspace', 'Delete'),
        (amountIdr, at, pressed) => {
          const text = amountText(amountIdr);
          const caret = Math.min(at, text.length);
          const before = text.slice(0, caret).replaceAll('.', '');
          const behind = text.slice(caret).replaceAll('.', '');
          const [edited, inputType] = plainEdit({ text, caret }, pressed);
          const expected = pressed === 'Backspace' ? before.slice(0, -1) + behind : before + behind.slice(1);
          expect(afterEdit(text, edited, inputType).text.replaceAll('.', '')).toBe(tail(expected));
        },
      ),
    );
  });
});

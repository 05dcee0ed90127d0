/** What an amount field shows and where its caret stands. `text` has dots between thousands and no currency. */
export interface AmountInput {
  text: string;
  caret: number;
}

/** Twelve digits are past every provider's limit, and well within safe integers. */
const maxDigits = 12;

/** Whole rupiah as an amount field shows them: 1250000 → "1.250.000"; null → "". */
export function amountText(amountIdr: number | null): string {
  return amountIdr === null ? '' : grouped(String(amountIdr));
}

/** The whole rupiah that a field's text stands for; null while it holds no digit. */
export function amountOfText(text: string): number | null {
  const digits = text.replace(/\D/g, '');
  return digits === '' ? null : Number(digits);
}

/**
 * The field after the browser applied an edit: regrouped, with the caret behind the same digit as before.
 * Taking away only a dot would change nothing, so Backspace then takes the digit before it, and Delete the one behind.
 */
export function afterEdit(before: string, edited: AmountInput, inputType: string): AmountInput {
  let { text, caret } = edited;
  if (countDigits(text) > maxDigits) return placed(before, countDigits(text.slice(0, caret)) - 1);
  const tookOnlyADot = amountOfText(text) === amountOfText(before) && text.length === before.length - 1 && text !== '';
  if (tookOnlyADot && inputType === 'deleteContentBackward' && caret > 0) {
    text = text.slice(0, caret - 1) + text.slice(caret);
    caret -= 1;
  } else if (tookOnlyADot && inputType === 'deleteContentForward') {
    text = text.slice(0, caret) + text.slice(caret + 1);
  }
  return placed(text, countDigits(text.slice(0, caret)));
}

/**
 * The field after pasting over a selection. A pasted amount may carry a currency, either style of grouping and cents:
 * "Rp 1.250.000,00", "IDR 1,250,000.00" and "1250000" are all 1.250.000. Cents are dropped, rupiah have none.
 */
export function afterPaste(before: string, selection: { start: number; end: number }, pasted: string): AmountInput {
  const head = before.slice(0, selection.start);
  const amount = withoutCents(pasted.trim());
  const text = head + amount + before.slice(selection.end);
  if (countDigits(text) > maxDigits) return placed(before, countDigits(head));
  return placed(text, countDigits(head + amount));
}

function withoutCents(pasted: string): string {
  return pasted.replace(/[.,]\d{1,2}\D*$/, '');
}

function placed(text: string, digitsBeforeCaret: number): AmountInput {
  const written = text.replace(/\D/g, '');
  const digits = written.replace(/^0+(?=\d)/, '');
  const shown = grouped(digits);
  const dropped = written.length - digits.length;
  return { text: shown, caret: indexAfterDigits(shown, Math.max(0, digitsBeforeCaret - dropped)) };
}

function countDigits(text: string): number {
  return text.replace(/\D/g, '').length;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

function indexAfterDigits(text: string, count: number): number {
  let seen = 0;
  for (let index = 0; index < text.length; index += 1) {
    if (seen === count) return index;
    if (text[index] !== '.') seen += 1;
  }
  return text.length;
}

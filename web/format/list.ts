/** British English puts no comma before the last word: "QRIS, card or transfer". */
const locales = { en: 'en-GB', id: 'id' };

/** Words as a list in a sentence: "a, b and c" (conjunction) or "a, b or c" (disjunction); empty for none. */
export function joined(
  language: keyof typeof locales,
  type: 'conjunction' | 'disjunction',
  words: readonly string[],
): string {
  return new Intl.ListFormat(locales[language], { type }).format(words);
}

/** One word of a search, and what its row may hold instead; case is left to the database. */
export interface SearchWord {
  /** Substrings of the row's search text. */
  contains: string[];
  /** Whole numbers that the amount or the paid amount may equal, as digits. */
  amounts: string[];
  /** The first 12 characters of a receipt number, which REM keeps of one paid with OVO (rem-payment-link-status). */
  receipt: string | null;
}

const storedReceiptLength = 12;
const maxReceiptLength = 64;

/**
 * Splits what a person typed into words that must all be found. Amounts and phone numbers are understood as people write
 * them ("Rp 150.000", "+62 812-3456-7890"), and stay text as well, because they may be part of an id.
 */
export function readWords(query: string): SearchWord[] {
  // NUL is no character of a PostgreSQL text.
  const texts = query
    .replaceAll('\u0000', ' ')
    .trim()
    .split(/\s+/u)
    .filter((text) => text !== '');
  return joinPhones(joinCurrency(texts)).map(toWord);
}

/** Whether the trigram index finds the word: it needs three letters or digits in a row. */
export function isSelective({ contains }: SearchWord): boolean {
  return contains.every((text) => /[\p{L}\p{N}]{3}/u.test(text));
}

function toWord(text: string): SearchWord {
  const amount = readAmount(text);
  const phone = readPhone(text);
  const receipt = /^[0-9a-z]+$/i.test(text) && text.length > storedReceiptLength && text.length <= maxReceiptLength;
  return {
    contains: [text, ...(phone === null ? [] : [phone])],
    amounts: amount === null || amount === text ? [] : [amount],
    receipt: receipt ? text.slice(0, storedReceiptLength) : null,
  };
}

/** "Rp 150.000" is one word. */
function joinCurrency(texts: readonly string[]): string[] {
  return texts.flatMap((text, index) => {
    const before = texts[index - 1];
    const after = texts[index + 1];
    if (isCurrency(text) && after !== undefined && /^\d/.test(after)) return [];
    return before !== undefined && isCurrency(before) && /^\d/.test(text) ? [`Rp${text}`] : [text];
  });
}

const isCurrency = (text: string): boolean => /^(rp\.?|idr)$/i.test(text);

/** Digits of an amount with separators of thousands, "Rp" or cents (which rupiah don't have); null for anything else. */
function readAmount(text: string): string | null {
  const digits = text.replace(/^(rp\.?|idr)/i, '');
  if (/^\d{1,3}([.,])\d{3}(\1\d{3})*([.,]\d{2})?(,-)?$/.test(digits)) {
    return digits
      .replace(/,-$/, '')
      .replace(/[.,]\d{2}$/, '')
      .replace(/[.,]/g, '')
      .replace(/^0+(?=\d)/, '');
  }
  const isMarked = digits !== text || digits.endsWith(',-');
  return isMarked && /^\d{1,15}(,-)?$/.test(digits) ? digits.replace(/,-$/, '').replace(/^0+(?=\d)/, '') : null;
}

const phonePart = /^[+(]?[\d()-]*\d[\d()-]*$/;

/** The digits of an Indonesian number after +62, 62 or 0, the part that all ways of writing share; null for anything else. */
function readPhone(text: string): string | null {
  if (!phonePart.test(text)) return null;
  const subscriber = /^(?:62|0)0?([1-9]\d{5,12})$/.exec(text.replace(/\D/g, ''))?.[1];
  return subscriber ?? null;
}

/** "+62 812 3456 7890" is one word, when its parts make a number together and none of them is one alone. */
function joinPhones(texts: readonly string[]): string[] {
  const joined: string[] = [];
  for (let index = 0; index < texts.length; ) {
    const length = phoneLength(texts.slice(index));
    joined.push(texts.slice(index, index + length).join(''));
    index += length;
  }
  return joined;
}

/** How many of the first texts make one phone number; 1 where they don't. */
function phoneLength(texts: readonly string[]): number {
  if (!/^(\+|\(?0|62)/.test(texts[0] ?? '')) return 1;
  const end = texts.findIndex((text, index) => !phonePart.test(text) || (index > 0 && /^[+(]/.test(text)));
  const parts = end === -1 ? texts : texts.slice(0, end);
  const digits = parts.join('').replace(/\D/g, '').length;
  return parts.length > 1 && digits >= 9 && digits <= 15 ? parts.length : 1;
}

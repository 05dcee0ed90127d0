import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { id } from './id.ts';

/** Every word of a catalogue by its path: `common.months.0`. */
function leaves(words: object, path = ''): Map<string, unknown> {
  return new Map<string, unknown>(
    Object.entries(words).flatMap(([key, value]) => {
      const here = path ? `${path}.${key}` : key;
      return typeof value === 'object' && value !== null ? [...leaves(value, here)] : [[here, value] as const];
    }),
  );
}

const english = leaves(en);
const indonesian = leaves(id);

/** What both languages call alike: names and terms of the trade. */
const TERMS = new Set(
  'Admin Bank Callback card E-mail E-wallet Fazz OVO PRODUCTION QRIS REM Sandbox Staging Status Tautan Transfer VA Virtual account WhatsApp WIB'
    .toLowerCase()
    .split(' '),
);

/** The words in a leaf: of a function those of its texts, without the values that it puts between them. */
function wordsIn(leaf: unknown): string[] {
  const quoted = /(["'`])((?:\\.|(?!\1).)*)\1/g;
  const texts =
    typeof leaf === 'function' ? [...String(leaf).matchAll(quoted)].map(([, , text = '']) => text) : [leaf ?? ''];
  return texts.flatMap(
    (text) =>
      String(text)
        .replace(/\$\{[^}]*\}/g, ' ')
        .match(/\p{L}[\p{L}-]+/gu) ?? [],
  );
}

describe('The catalogues', () => {
  it('hold the same words, and functions in the same places', () => {
    expect([...indonesian.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, leaf] of english) expect(typeof indonesian.get(path), path).toBe(typeof leaf);
  });

  it('are silent only where both are', () => {
    for (const [path, leaf] of english) expect(indonesian.get(path) === '', path).toBe(leaf === '');
  });

  it('leave nothing untranslated by accident', () => {
    const forgotten = [...english].filter(([path, leaf]) => {
      const said = wordsIn(leaf).join(' ').toLowerCase();
      const isTerm = said.split(' ').every((word) => word === '' || TERMS.has(word));
      return (
        !isTerm && !path.startsWith('common.months.') && said === wordsIn(indonesian.get(path)).join(' ').toLowerCase()
      );
    });
    expect(forgotten).toEqual([]);
  });
});

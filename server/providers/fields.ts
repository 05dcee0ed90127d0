import { printable } from '../../openapi/describe-errors.ts';
import { readInstant } from './instants.ts';

/**
 * Reads a message's fields one by one: null when a field is absent, null or empty; null and a deviation when it holds what
 * we cannot use.
 */
export interface Fields {
  text(name: string): string | null;
  /** An id that may stand in an address. */
  id(name: string): string | null;
  /** Whole rupiah, from a number, "10000" or "10000.0". */
  amountIdr(name: string): number | null;
  instant(name: string): string | null;
  boolean(name: string): boolean | null;
  /** An http or https address. */
  url(name: string): string | null;
  /** Our word for the provider's, by a table in lower case; its other words are a deviation. */
  word<Ours>(name: string, table: Readonly<Record<string, Ours>>): Ours | null;
  note(deviation: string): void;
  readonly deviations: readonly string[];
}

/** Longer texts are cut: no field of a payment is of that length, and each is indexed for search. */
const longestText = 1_000;

/** A thousand times the largest link of either provider; the sum of a list of such amounts is still a safe integer. */
const largestAmountIdr = 500_000_000_000;

/** `zone` is what a time without zone means in these fields. */
export function readFields(fields: Readonly<Record<string, unknown>>, zone: 'wib' | 'unreadable'): Fields {
  const deviations: string[] = [];
  const note = (deviation: string) => void deviations.push(deviation);

  function read<Value>(name: string, use: (text: string, value: unknown) => Value | null): Value | null {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value === undefined || value === null) return null;
    const text = asText(value);
    if (text === '') return null;
    const used = text === null ? null : use(text, value);
    if (used === null) note(`${name} could not be used.`);
    return used;
  }

  return {
    deviations,
    note,
    text: (name) => read(name, (text) => text),
    id: (name) => read(name, (text) => (/^[\w-]{1,100}$/.test(text) ? text : null)),
    amountIdr: (name) => read(name, readAmountIdr),
    instant: (name) => read(name, (text) => readInstant(text, zone)),
    boolean: (name) => read(name, (text) => (text === 'true' || text === 'false' ? text === 'true' : null)),
    url: (name) => read(name, readUrl),
    word(name, table) {
      return read(name, (text) => {
        const theirs = text.toLowerCase();
        return Object.hasOwn(table, theirs) ? (table[theirs] ?? null) : null;
      });
    },
  };
}

/** A plain value as text that a database takes, trimmed; null for objects and lists. */
function asText(value: unknown): string | null {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  const clean = value.replace(/[\p{Surrogate}\0]/gu, '\u{FFFD}').trim();
  return [...clean.slice(0, 2 * longestText)].slice(0, longestText).join('');
}

function readAmountIdr(text: string): number | null {
  // Three digits behind the point could as well be Indonesian thousands ("10.000").
  const amountIdr = /^\d+(\.0{1,2})?$/.test(text) ? Number(text) : Number.NaN;
  return amountIdr <= largestAmountIdr ? amountIdr : null;
}

function readUrl(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? text : null;
}

/** The deviations of one message, each once. */
export function mergeDeviations(...lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat())].map(printable);
}

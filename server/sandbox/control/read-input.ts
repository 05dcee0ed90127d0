import { ControlRefusal } from './control-refusal.ts';

/** Reads fields of a JSON body, a form or a query alike: empty means absent. All throw ControlRefusal 400. */
export interface InputReader {
  text(name: string): string | undefined;
  whole(name: string): number | undefined;
  flag(name: string): boolean | undefined;
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined;
  requiredOneOf<Word extends string>(name: string, words: readonly Word[]): Word;
  has(name: string): boolean;
}

export function readInput(source: unknown): InputReader {
  const fields: Readonly<Record<string, unknown>> = typeof source === 'object' && source !== null ? { ...source } : {};
  const given = (name: string) => (fields[name] === '' || fields[name] === null ? undefined : fields[name]);
  const refuse = (name: string, rule: string) => new ControlRefusal(400, `${name} must be ${rule}`);

  const reader: InputReader = {
    text(name) {
      const value = given(name);
      if (value !== undefined && typeof value !== 'string') throw refuse(name, 'text');
      return value?.trim();
    },
    whole(name) {
      const value = given(name);
      if (value === undefined) return undefined;
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isSafeInteger(number)) throw refuse(name, 'a whole number');
      return number;
    },
    flag(name) {
      const value = given(name);
      if (value === undefined) return undefined;
      if (value === true || value === 'true' || value === 'on') return true;
      if (value === false || value === 'false') return false;
      throw refuse(name, 'true or false');
    },
    oneOf(name, words) {
      const value = given(name);
      if (value === undefined) return undefined;
      const word = words.find((each) => each === value);
      if (word === undefined) throw refuse(name, `one of ${words.join(', ')}`);
      return word;
    },
    requiredOneOf(name, words) {
      const word = reader.oneOf(name, words);
      if (word === undefined) throw refuse(name, `one of ${words.join(', ')}`);
      return word;
    },
    has: (name) => Object.hasOwn(fields, name),
  };
  return reader;
}

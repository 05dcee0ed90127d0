/**
 * Turns parameters into the text that both engines get, so that none of the two drivers' own conversions can differ
 * (pg writes a Date in local time and any array as an array literal; PGlite asks the server for the types).
 * A plain object becomes JSON. An array says in the statement what it is: `$1::text[]` or `$1::jsonb`.
 */
export function encodeParams(text: string, params: readonly unknown[]): (string | null)[] {
  return params.map((value, index) => {
    if (!Array.isArray(value)) return encodeValue(value);
    const cast = castOf(text, index + 1);
    if (cast === 'json') return JSON.stringify(value);
    if (cast === 'array') return encodeArray(value);
    throw new TypeError(
      `Parameter $${index + 1} is an array: write $${index + 1}::text[] (or another type) or $${index + 1}::jsonb.`,
    );
  });
}

function castOf(text: string, position: number): 'json' | 'array' | null {
  const cast = new RegExp(`\\$${position}\\s*::\\s*(?:(jsonb?)\\b(?!\\s*\\[)|[a-z0-9_ ]+\\[\\])`, 'i').exec(text);
  if (cast === null) return null;
  return cast[1] === undefined ? 'array' : 'json';
}

function encodeValue(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  // Half a surrogate pair is no UTF-8: PGlite would cut the text short in the middle of a character.
  if (typeof value === 'string') return value.toWellFormed();
  if (value instanceof Date) return encodeInstant(value);
  if (value instanceof Uint8Array) {
    return `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('hex')}`;
  }
  if (typeof value === 'object') return JSON.stringify(value);
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`A ${typeof value} is no parameter.`);
  return String(value);
}

/** PostgreSQL counts years without a 0 and without signs: the year before 1 is `0001-… BC`, that after 9999 is 10000. */
function encodeInstant(value: Date): string {
  const iso = value.toISOString();
  const year = value.getUTCFullYear();
  if (year >= 1 && year <= 9_999) return iso;
  const monthOn = iso.slice(iso.indexOf('-', 1));
  return year > 9_999 ? `${year}${monthOn}` : `${String(1 - year).padStart(4, '0')}${monthOn} BC`;
}

function encodeArray(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (Array.isArray(value)) return encodeArray(value);
    const text = encodeValue(value);
    return text === null ? 'NULL' : `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

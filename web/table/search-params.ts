const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MOST_TEXT = 200;

/** Reads parts of a search out of an address. What it holds beyond the known names and values is passed over. */
export function readParams(params: URLSearchParams) {
  const text = (name: string, isValid: (value: string) => boolean) => {
    const value = params.get(name) ?? '';
    return value !== '' && isValid(value) ? value : undefined;
  };
  return {
    /** Words that a person typed. */
    words: (name: string) => text(name, (value) => value.trim() !== '')?.slice(0, MOST_TEXT),
    /** A cursor, or an id of that shape. */
    token: (name: string, shape = /^.+$/) => text(name, (value) => value.length <= MOST_TEXT && shape.test(value)),
    day: (name: string) => text(name, (value) => DAY.test(value)),
    /** Those of the known values that are asked for; undefined for none. */
    list: <Value extends string>(name: string, known: readonly Value[]): Value[] | undefined => {
      const asked = (params.get(name) ?? '').split(',');
      const values = known.filter((value) => asked.includes(value));
      return values.length > 0 ? values : undefined;
    },
    one: <Value extends string>(name: string, known: readonly Value[]): Value | undefined =>
      known.find((value) => value === params.get(name)),
  };
}

/** A search as a query string: `?status=paid,open&sort=amount`; empty when nothing is asked. Commas stay readable. */
export function writeParams(search: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== '') params.set(name, String(value));
  }
  const query = params.toString().replaceAll('%2C', ',');
  return query === '' ? '' : `?${query}`;
}

/** Drops what is undefined, so that two searches that ask for the same are equal. */
export function withoutEmpty<Search extends object>(search: Search): Search {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as Search;
}

/** HTML that is safe to insert. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Insert = Html | string | number | null | undefined | false | readonly Insert[];

/** Template for HTML: inserted text is escaped, null and false insert nothing, lists insert all their items. */
export const html = (parts: TemplateStringsArray, ...inserts: Insert[]): Html =>
  new Html(parts.reduce((text, part, index) => text + insert(inserts[index - 1]) + part));

function insert(value: Insert): string {
  if (value instanceof Html) return value.text;
  if (isList(value)) return value.map(insert).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const isList = (value: Insert): value is readonly Insert[] => Array.isArray(value);

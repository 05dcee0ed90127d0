// The string without alternation in its loop, so that the longest one a body may hold needs no stack.
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** Anybody can send 256 kB of brackets, whose indentation grows with the square of their depth: far beyond what is read by a person. */
const MOST_DEPTH = 100;
const MOST_CHARACTERS = 1_000_000;

export interface PrettyMessage {
  text: string;
  /** It is JSON, but nested too deep or too long when laid out; the text is as it came. */
  isTooLarge: boolean;
}

/**
 * A message laid out for reading: JSON indented by two, anything else (HTML, nothing) as it came. Every token stays as
 * it was written, because parsing would round long numbers, drop the ".0" of "10000.0" and hide repeated keys.
 */
export function prettyMessage(raw: string): PrettyMessage {
  if (!isJson(raw)) return { text: raw, isTooLarge: false };
  const text = layOut(raw.match(token) ?? []);
  return { text: text ?? raw, isTooLarge: text === null };
}

/** The tokens of valid JSON on lines of their own; null where that would be too much. */
function layOut(tokens: readonly string[]): string | null {
  let text = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  for (const [index, word] of tokens.entries()) {
    const isEmpty = /^[[{]$/.test(tokens[index - 1] ?? '') && /^[\]}]$/.test(word);
    if (/^[\]}]$/.test(word)) {
      depth -= 1;
      text += isEmpty ? word : line() + word;
    } else if (/^[[{]$/.test(word)) {
      depth += 1;
      const closesAtOnce = /^[\]}]$/.test(tokens[index + 1] ?? '');
      text += closesAtOnce ? word : word + line();
    } else {
      text += word === ',' ? word + line() : word === ':' ? ': ' : word;
    }
    if (depth > MOST_DEPTH || text.length > MOST_CHARACTERS) return null;
  }
  return text;
}

function isJson(raw: string): boolean {
  try {
    JSON.parse(raw);
    return true;
  } catch {
    return false;
  }
}

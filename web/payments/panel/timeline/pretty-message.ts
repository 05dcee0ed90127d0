const token = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/**
 * A message laid out for reading: JSON indented by two, anything else (HTML, nothing) as it came. Every token stays as
 * it was written, because parsing would round long numbers, drop the ".0" of "10000.0" and hide repeated keys.
 */
export function prettyMessage(raw: string): string {
  if (!isJson(raw)) return raw;
  let text = '';
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  const tokens = raw.match(token) ?? [];
  tokens.forEach((word, index) => {
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
  });
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

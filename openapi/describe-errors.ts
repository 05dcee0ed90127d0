import type { ErrorObject } from 'ajv';

/** Path of a field as people write it: data.attributes.amount. */
export function inWords(path: readonly string[]): string {
  return path.length === 0 ? 'The body' : path.map(printable).join('.');
}

/** Text that a database and a screen take: no lone surrogate or control character, and not endless. */
export function printable(text: string): string {
  const clean = text.replace(/[\p{Surrogate}\p{Cc}]/gu, '\u{FFFD}');
  return clean.length > 300 ? `${[...clean].slice(0, 300).join('')}…` : clean;
}

/** One sentence for each thing that is wrong. `name` stands for the value itself when it is no body. */
export function describeErrors(errors: readonly ErrorObject[], name = ''): string[] {
  const plain = errors.filter(({ keyword }) => !['anyOf', 'oneOf', 'if'].includes(keyword));
  const all = plain.length > 0 ? plain : errors;
  const others = all.filter(({ keyword }) => keyword !== 'type');
  // Where a type fits one alternative, that another alternative wants null is noise.
  const wrongTypes = all.filter(
    (error) =>
      error.keyword === 'type' &&
      !others.some((other) => isWithin(other, error)) &&
      !all.some((other) => other.instancePath.startsWith(`${error.instancePath}/`)),
  );
  const sentences: string[] = [];
  const said = new Set<string>();
  for (const error of [...others, ...wrongTypes]) {
    const isOneOfMany = ['required', 'additionalProperties'].includes(error.keyword);
    if (!isOneOfMany && said.has(error.instancePath)) continue;
    const path = inWords([...(name ? [name] : []), ...pathOf(error)]);
    const types = wrongTypes.filter(({ instancePath }) => instancePath === error.instancePath);
    sentences.push(error.keyword === 'type' ? typeSentence(types, path) : sentenceOf(error, path));
    if (!isOneOfMany) said.add(error.instancePath);
  }
  return sentences;
}

function typeSentence(errors: readonly ErrorObject[], path: string): string {
  const types = new Set(errors.flatMap(({ params }) => params.type));
  const data = errors[0]?.data;
  const actual = data === null ? 'null' : Array.isArray(data) ? 'array' : typeof data;
  return `${path} must be ${[...types].join(' or ')}, but is ${actual}.`;
}

const pathOf = (error: ErrorObject) =>
  error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));

const isWithin = (inner: ErrorObject, outer: ErrorObject) =>
  inner.instancePath === outer.instancePath || inner.instancePath.startsWith(`${outer.instancePath}/`);

function sentenceOf({ keyword, params, message }: ErrorObject, path: string): string {
  if (keyword === 'required') return `${path === 'The body' ? '' : `${path}.`}${params.missingProperty} is missing.`;
  if (keyword === 'additionalProperties') return `${path} must not have ${params.additionalProperty}.`;
  if (keyword === 'enum') return `${path} must be one of: ${params.allowedValues.join(', ')}.`;
  if (keyword === 'const') return `${path} must be ${JSON.stringify(params.allowedValue)}.`;
  return `${path} ${(message ?? 'is wrong').replace('NOT', 'not')}.`;
}

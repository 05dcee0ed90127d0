import type { FieldError } from './problems.ts';

/** What express-openapi-validator says of one deviation: ajv's path and message, the keyword in `errorCode`. */
export interface Deviation {
  path: string;
  message: string;
  errorCode?: string;
}

const codes: Record<string, FieldError['code']> = {
  required: 'required',
  type: 'type',
  format: 'format',
  pattern: 'pattern',
  minLength: 'too_short',
  maxLength: 'too_long',
  minimum: 'too_small',
  maximum: 'too_large',
  minItems: 'too_few',
  maxItems: 'too_many',
  uniqueItems: 'not_unique',
  enum: 'not_allowed',
  const: 'not_allowed',
  additionalProperties: 'unknown_field',
  unevaluatedProperties: 'unknown_field',
};
const measured = new Set<FieldError['code']>([
  'too_short',
  'too_long',
  'too_small',
  'too_large',
  'too_few',
  'too_many',
]);
/** More would help nobody, and a hostile body could have a hundred thousand. */
const errorsMax = 50;

/** The contract's deviations in our words, one a field and code. */
export function fieldErrors(deviations: readonly Deviation[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const deviation of deviations) {
    if (keywordOf(deviation) === 'if') continue; // Only says that its `then` failed, which is there with its own reasons.
    const error = fieldError(deviation);
    errors.set(`${error.field} ${error.code}`, error);
    if (errors.size === errorsMax) break;
  }
  return [...errors.values()];
}

function fieldError(deviation: Deviation): FieldError {
  const { message: detail } = deviation;
  const field = fieldOf(deviation.path);
  const code = codes[keywordOf(deviation)] ?? codeOfParameter(detail);
  // The validator drops ajv's params; the limit stands as the only number in "must NOT have more than 3 items".
  const limit = measured.has(code) ? detail.match(/-?\d+(\.\d+)?/)?.[0] : undefined;
  return limit === undefined ? { field, code, detail } : { field, code, limit: Number(limit), detail };
}

function keywordOf({ errorCode = '' }: Deviation): string {
  return errorCode.split('.', 1)[0] ?? '';
}

/** The validator's own findings about parameters carry no keyword. */
function codeOfParameter(message: string): FieldError['code'] {
  if (message.startsWith('Unknown query parameter')) return 'unknown_field';
  if (message.startsWith('Empty value')) return 'too_short';
  return 'other';
}

/** `/body/emails/0` → `emails.0`. */
function fieldOf(path: string): string {
  const [, , ...parts] = path.split('/');
  return parts.join('.').slice(0, 100);
}

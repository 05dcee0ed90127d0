import type { components } from '../generated/console.ts';

export type FieldError = components['schemas']['FieldError'];

/** What a contract demands of one value: the JSON Schema words that console.yaml uses for inputs. */
export interface Limits {
  readonly type: string;
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Limits;
}
export type PropertyLimits = Limits & { readonly required: boolean };

/** Checks an object against the limits of its properties; at most one error for a value, undefined counts as absent. */
export function checkLimits(
  input: Readonly<Record<string, unknown>>,
  limits: Record<string, PropertyLimits>,
): FieldError[] {
  const unknown = Object.keys(input).filter((field) => input[field] !== undefined && !Object.hasOwn(limits, field));
  return [
    ...Object.entries(limits).flatMap(([field, property]) => checkProperty(field, input[field], property)),
    ...unknown.map((field) => fieldError(field, 'unknown_field', 'is not a field of this input')),
  ];
}

/** One error; the detail begins with the field's name. */
export function fieldError(field: string, code: FieldError['code'], what: string, limit?: number | string): FieldError {
  return { field, code, detail: `${field || 'The input'} ${what}`, ...(limit === undefined ? {} : { limit }) };
}

function checkProperty(field: string, value: unknown, limits: PropertyLimits): FieldError[] {
  const isMissing = value === undefined || (value === '' && (limits.minLength ?? 0) > 0);
  if (isMissing && limits.required) return [fieldError(field, 'required', 'is required')];
  return value === undefined ? [] : checkValue(field, value, limits);
}

function checkValue(field: string, value: unknown, limits: Limits): FieldError[] {
  const error =
    (typeof value === 'string' && limits.type === 'string' && textError(field, value, limits)) ||
    (typeof value === 'number' && limits.type === 'integer' && integerError(field, value, limits));
  if (error) return [error];
  if (Array.isArray(value) && limits.type === 'array') return listErrors(field, value, limits);
  if (typeOf(value) !== limits.type) return [fieldError(field, 'type', `must be of type ${limits.type}`)];
  return [];
}

const typeOf = (value: unknown) => (typeof value === 'number' ? 'integer' : typeof value);

function textError(field: string, text: string, limits: Limits): FieldError | null {
  const length = [...text].length;
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = limits;
  if (limits.enum && !limits.enum.includes(text))
    return fieldError(field, 'not_allowed', `must be one of: ${limits.enum.join(', ')}`);
  if (length < minLength)
    return fieldError(field, 'too_short', `must have at least ${minLength} characters`, minLength);
  if (length > maxLength) return fieldError(field, 'too_long', `must have at most ${maxLength} characters`, maxLength);
  if (pattern && !new RegExp(pattern, 'u').test(text))
    return fieldError(field, 'pattern', `must match ${pattern}`, pattern);
  if (format === 'email' && !email.test(text)) return fieldError(field, 'format', 'must be an e-mail address');
  if (format === 'date-time' && !isInstant(text))
    return fieldError(field, 'format', 'must be an RFC 3339 date and time with a zone');
  return null;
}

function integerError(field: string, value: number, { minimum, maximum }: Limits): FieldError | null {
  if (!Number.isInteger(value)) return fieldError(field, 'type', 'must be a whole number');
  if (minimum !== undefined && value < minimum)
    return fieldError(field, 'too_small', `must be at least ${minimum}`, minimum);
  if (maximum !== undefined && value > maximum)
    return fieldError(field, 'too_large', `must be at most ${maximum}`, maximum);
  return null;
}

function listErrors(field: string, list: readonly unknown[], limits: Limits): FieldError[] {
  const { minItems = 0, maxItems = Number.POSITIVE_INFINITY, items, uniqueItems } = limits;
  if (list.length < minItems) return [fieldError(field, 'too_few', `must have at least ${minItems} items`, minItems)];
  if (list.length > maxItems) return [fieldError(field, 'too_many', `must have at most ${maxItems} items`, maxItems)];
  if (uniqueItems && new Set(list).size < list.length)
    return [fieldError(field, 'not_unique', 'must not repeat an item')];
  return items ? list.flatMap((item, index) => checkValue(`${field}.${index}`, item, items)) : [];
}

/** The addresses that ajv-formats takes too. */
const email =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i;

const instant = /^(\d{4}-\d\d)-(\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

function isInstant(text: string): boolean {
  const [, month, day] = instant.exec(text) ?? [];
  // Date.parse lets 30 February pass, as 2 March; hence the way back.
  const midnight = new Date(`${month}-${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().slice(8, 10) === day;
}

import { checkLimits, type FieldError, fieldError, type PropertyLimits } from './check-limits.ts';

export type Values = Readonly<Record<string, unknown>>;
type InputLimits = Record<string, PropertyLimits>;

/** What holds beyond the limits; asks `isSound` before it relies on a field. */
type FurtherRules = (values: Values, isSound: (field: string) => boolean) => FieldError[];

/** Checks what should be an object (anything may be passed) against its limits, and then against further rules. */
export function checkInput(input: unknown, limits: InputLimits, furtherRules: FurtherRules): FieldError[] {
  return isObject(input) ? checkValues(input, limits, furtherRules) : [notAnObject()];
}

/** As checkInput, for an input that one of its fields makes of one sort or another, each with limits of its own. */
export function checkVariants<Sort extends string>(
  input: unknown,
  field: string,
  limitsOf: Record<Sort, InputLimits>,
  furtherRules: (sort: Sort) => FurtherRules,
): FieldError[] {
  if (!isObject(input)) return [notAnObject()];
  const sort = input[field];
  if (!isSort(limitsOf, sort)) {
    const sorts = Object.keys(limitsOf).join(' or ');
    return [fieldError(field, sort === undefined ? 'required' : 'not_allowed', `must be ${sorts}`)];
  }
  return checkValues(input, limitsOf[sort], furtherRules(sort));
}

function checkValues(input: Values, limits: InputLimits, furtherRules: FurtherRules): FieldError[] {
  const errors = checkLimits(input, limits);
  const isSound = (field: string) => !errors.some((error) => error.field.split('.')[0] === field);
  return [...errors, ...furtherRules(input, isSound)];
}

const notAnObject = () => fieldError('', 'type', 'must be an object');

function isObject(input: unknown): input is Values {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}

function isSort<Sort extends string>(limitsOf: Record<Sort, InputLimits>, sort: unknown): sort is Sort {
  return typeof sort === 'string' && Object.hasOwn(limitsOf, sort);
}

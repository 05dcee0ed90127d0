import type { FieldValues } from 'react-hook-form';
import type { FieldError } from '../api/problem.ts';
import { formatAmountIdr } from '../format/money.ts';
import { formatMinute } from '../format/time.ts';
import type { Catalogue } from '../words/words.tsx';
import type { CreateKind, CreateWords } from './create-kind.ts';

/** What is wrong with one field of the form, which is named by its path: `amountIdr`, `emails.1`. */
export interface FormError {
  field: string;
  code: FieldError['code'];
  limit: FieldError['limit'];
}

/** What is wrong with the form now, by the rules that the server checks too; in the order of the form. */
export function checkForm<Form extends FieldValues, Input extends object>(
  kind: CreateKind<Form, Input>,
  form: Form,
  now: Date,
): FormError[] {
  const errors = [...kind.check(kind.toInput(form, now), now), ...(kind.missing?.(form) ?? [])];
  return placeErrors(kind, form, errors).placed;
}

/** Puts errors of the API's input to the fields of the form, in the form's order; what fits none is handed back apart. */
export function placeErrors<Form extends FieldValues, Input extends object>(
  kind: Pick<CreateKind<Form, Input>, 'fields' | 'placeOf'>,
  form: Form,
  errors: readonly FieldError[],
): { placed: FormError[]; others: FieldError[] } {
  const found = errors.map((error) => {
    const field = kind.placeOf?.(form, error) ?? error.field;
    return { error, field, rank: kind.fields.indexOf(rootOf(field)) };
  });
  const known = found.filter(({ rank }) => rank >= 0).sort((a, b) => a.rank - b.rank);
  return {
    placed: known.map(({ error, field }) => ({ field, code: error.code, limit: error.limit })),
    others: found.filter(({ rank }) => rank < 0).map(({ error }) => error),
  };
}

const rootOf = (field: string) => field.split('.')[0] ?? '';

/** An error in words. `now` is in ms. */
export function describeFormError(
  words: Catalogue,
  own: CreateWords,
  { field, code, limit }: FormError,
  now: number,
): string {
  const root = rootOf(field);
  const told = own.errors.byField[`${root}.${code}`] ?? words.create.errors.byCode[code];
  return typeof told === 'string' ? told : told(describeLimit(words, root, limit, now));
}

function describeLimit(words: Catalogue, root: string, limit: FieldError['limit'], now: number): string {
  if (limit === undefined) return '';
  if (root === 'expiresAt' && typeof limit === 'string')
    return words.create.wib(formatMinute(limit, words.common.months, now));
  return root === 'amountIdr' && typeof limit === 'number' ? formatAmountIdr(limit) : String(limit);
}

/** Whether a form in the words of the API may be sent as it is. */
export function isSound<Form extends FieldValues, Input extends object>(
  kind: Pick<CreateKind<Form, Input>, 'check'>,
  input: object,
  now: Date,
): input is Input {
  return kind.check(input, now).length === 0;
}

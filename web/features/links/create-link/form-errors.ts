import { checkLinkInput } from '../../../../openapi/rules/link-rules.ts';
import type { CreateLinkInput } from '../../../api/link-actions.ts';
import type { FieldError } from '../../../api/problem.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatMinute } from '../../../format/time.ts';
import type { Catalogue } from '../../../words/words.tsx';
import { type Draft, emailPlace, type LinkForm, toInput } from './link-form.ts';

/** A field of the form that can be wrong. */
export type FormField = Exclude<keyof LinkForm, 'emails' | 'amountKind' | 'feePayer' | 'lifetime'> | `emails.${number}`;

/** What is wrong with one field of the form. */
export interface FormError {
  field: FormField;
  code: FieldError['code'];
  limit: FieldError['limit'];
}

/** What is wrong with the form now, by the rules that the server checks too; in the order of the form. */
export function checkForm(form: LinkForm, now: Date): FormError[] {
  const errors = placeErrors(form, checkLinkInput(toInput(form, now), now)).placed;
  if (form.lifetime === 'custom' && form.expiresAt === '') {
    errors.push({ field: 'expiresAt', code: 'required', limit: undefined });
  }
  return errors;
}

const fields: readonly string[] = [
  'provider',
  'description',
  'notes',
  'reference',
  'customerName',
  'emails',
  'phone',
  'amountIdr',
  'enabledMethods',
  'enabledBanks',
  'displayName',
  'expiresAt',
] satisfies (keyof LinkForm)[];

/** Puts errors of the API's input to the fields of the form, in the form's order; what fits none is handed back apart. */
export function placeErrors(
  form: LinkForm,
  errors: readonly FieldError[],
): { placed: FormError[]; others: FieldError[] } {
  const rank = (error: FieldError) => fields.indexOf(rootOf(error));
  const known = errors.filter((error) => rank(error) >= 0).sort((a, b) => rank(a) - rank(b));
  return {
    placed: known.map((error) => ({ field: placeOf(form, error), code: error.code, limit: error.limit })),
    others: errors.filter((error) => rank(error) < 0),
  };
}

const rootOf = (error: FieldError) => error.field.split('.')[0] ?? '';

function placeOf(form: LinkForm, error: FieldError): FormField {
  const [root, index] = error.field.split('.');
  if (root === 'emails') {
    const isRepeated = error.code === 'not_unique';
    return `emails.${isRepeated ? repeatedPlace(form) : emailPlace(form, Number(index ?? 0))}`;
  }
  return root as FormField;
}

/** Where the second of two same addresses stands. */
function repeatedPlace({ emails }: LinkForm): number {
  const plain = emails.map((email) => email.trim());
  return Math.max(
    0,
    plain.findIndex((email, place) => email !== '' && plain.indexOf(email) < place),
  );
}

/** An error in words. `now` is in ms. */
export function describeFormError(words: Catalogue, { field, code, limit }: FormError, now: number): string {
  const { byField, byCode } = words.create.errors;
  const root = field.split('.')[0] ?? field;
  return byField[`${root}.${code}`] ?? byCode[code](describeLimit(words, root, limit, now));
}

function describeLimit(words: Catalogue, root: string, limit: FieldError['limit'], now: number): string {
  if (limit === undefined) return '';
  if (root === 'expiresAt' && typeof limit === 'string')
    return words.link.wib(formatMinute(limit, words.common.months, now));
  return root === 'amountIdr' && typeof limit === 'number' ? formatAmountIdr(limit) : String(limit);
}

/** Whether a draft may be sent as it is. */
export function isSound(draft: Draft, now: Date): draft is Draft & CreateLinkInput {
  return checkLinkInput(draft, now).length === 0;
}

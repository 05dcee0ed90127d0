import { useRef } from 'react';
import {
  type DefaultValues,
  type FieldErrors,
  type FieldPath,
  type FieldValues,
  type Resolver,
  set,
  useForm,
  useFormContext,
} from 'react-hook-form';
import { type Catalogue, useWords } from '../words/words.tsx';
import type { CreateKind } from './create-kind.ts';
import { checkForm, describeFormError } from './form-errors.ts';

/** The form's state. A field is checked when it is left, and from then on as it is typed; everything is checked on submit. */
export function useCreateForm<Form extends FieldValues, Input extends object>(
  kind: CreateKind<Form, Input>,
  start: Form,
) {
  const catalogue = useWords();
  const words = useRef(catalogue);
  words.current = catalogue;
  return useForm<Form>({
    defaultValues: start as DefaultValues<Form>,
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: (values) => resolve(kind, words.current, values),
  });
}

function resolve<Form extends FieldValues, Input extends object>(
  kind: CreateKind<Form, Input>,
  words: Catalogue,
  values: Form,
): ReturnType<Resolver<Form>> {
  const now = new Date();
  const found = checkForm(kind, values, now);
  if (found.length === 0) return { values, errors: {} };
  const errors: FieldErrors<Form> = {};
  for (const error of found) {
    const message = describeFormError(words, kind.words(words), error, now.getTime());
    set(errors, error.field, { type: error.code, message });
  }
  return { values: {}, errors };
}

/** The form around this part of it. */
export function useForming<Form extends FieldValues>() {
  return useFormContext<Form>();
}

/** Gives id and error of a field, for its label and the words below it. */
export function useFields<Form extends FieldValues>(): (field: FieldPath<Form>) => {
  id: string;
  error: string | null;
} {
  const { getFieldState, formState } = useForming<Form>();
  return (field) => ({ id: fieldId(field), error: getFieldState(field, formState).error?.message ?? null });
}

/** The element that an error of the field leads to. */
export function fieldId(field: string): string {
  return `create-${field.replace('.', '-')}`;
}

import { useRef } from 'react';
import { type FieldErrors, type Resolver, set, useForm, useFormContext } from 'react-hook-form';
import { type Catalogue, useWords } from '../../../words/words.tsx';
import { checkForm, describeFormError, type FormField } from './form-errors.ts';
import type { LinkForm } from './link-form.ts';

/** The form's state. A field is checked when it is left, and from then on as it is typed; everything is checked on submit. */
export function useLinkForm(start: LinkForm) {
  const catalogue = useWords();
  const words = useRef(catalogue);
  words.current = catalogue;
  return useForm<LinkForm>({
    defaultValues: start,
    mode: 'onTouched',
    shouldFocusError: false,
    resolver: (values) => resolve(words.current, values),
  });
}

function resolve(words: Catalogue, values: LinkForm): ReturnType<Resolver<LinkForm>> {
  const now = new Date();
  const found = checkForm(values, now);
  if (found.length === 0) return { values, errors: {} };
  const errors: FieldErrors<LinkForm> = {};
  for (const error of found) {
    set(errors, error.field, { type: error.code, message: describeFormError(words, error, now.getTime()) });
  }
  return { values: {}, errors };
}

/** The form around this part of it. */
export function useForming() {
  return useFormContext<LinkForm>();
}

/** Gives id and error of a field, for its label and the words below it. */
export function useFields(): (field: FormField) => { id: string; error: string | null } {
  const { getFieldState, formState } = useForming();
  return (field) => ({ id: fieldId(field), error: getFieldState(field, formState).error?.message ?? null });
}

/** The element that an error of the field leads to. */
export function fieldId(field: FormField): string {
  return `link-${field.replace('.', '-')}`;
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { EnvironmentName } from '../../../api/keys.ts';
import { type CreateLinkInput, createLink, takeAnswer } from '../../../api/link-actions.ts';
import type { Link } from '../../../api/links.ts';
import { type FieldError, ProblemError } from '../../../api/problem.ts';
import { useWords } from '../../../words/words.tsx';
import { attemptFor, type CreateAttempt, isOutcomeUnknown } from './create-attempt.ts';
import { describeFormError, isSound, placeErrors } from './form-errors.ts';
import { type LinkForm, toInput } from './link-form.ts';

interface CreateLinkOptions {
  environment: EnvironmentName;
  methods: UseFormReturn<LinkForm>;
  onCreated: (link: Link, form: LinkForm) => void;
  /** Fields were found wrong by the server. */
  onFieldErrors: () => void;
}

export interface Creation {
  submit: (form: LinkForm) => void;
  isPending: boolean;
  /** Why it failed; null when that is told at the fields. */
  error: Error | null;
  /** What the server found wrong beyond the fields of the form. */
  others: FieldError[];
}

/** Sends the form. However often the button is pressed, one content makes one link. */
export function useCreateLink({ environment, methods, onCreated, onFieldErrors }: CreateLinkOptions): Creation {
  const words = useWords();
  const queryClient = useQueryClient();
  const attempt = useRef<CreateAttempt<CreateLinkInput> | null>(null);
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ input, key }: CreateAttempt<CreateLinkInput>) => createLink(environment, input, key),
    onSettled: () => {
      isUnderWay.current = false;
    },
    onError: (error) => {
      if (!isOutcomeUnknown(error)) attempt.current = null;
      if (tellFields(error)) onFieldErrors();
    },
  });

  const found = placeErrors(methods.getValues(), mutation.error instanceof ProblemError ? mutation.error.errors : []);
  const isTold = isReferenceTaken(mutation.error) || (found.placed.length > 0 && found.others.length === 0);

  const tellFields = (error: Error): boolean => {
    const { placed } = placeErrors(methods.getValues(), error instanceof ProblemError ? error.errors : []);
    for (const one of placed) {
      methods.setError(one.field, { type: one.code, message: describeFormError(words, one, Date.now()) });
    }
    const isTaken = isReferenceTaken(error);
    if (isTaken) methods.setError('reference', { type: 'taken', message: words.create.errors.taken });
    return isTaken || placed.length > 0;
  };

  const submit = (form: LinkForm) => {
    const now = new Date();
    const draft = toInput(form, now);
    // The resolver has checked the form a moment ago; between the two an end can have come too near.
    if (isUnderWay.current || !isSound(draft, now)) return;
    isUnderWay.current = true;
    attempt.current = attemptFor(attempt.current, JSON.stringify(form), () => draft);
    mutation.mutate(attempt.current, {
      onSuccess: (link) => {
        void takeAnswer(queryClient, environment, link);
        onCreated(link, form);
      },
    });
  };
  return { submit, isPending: mutation.isPending, error: isTold ? null : mutation.error, others: found.others };
}

function isReferenceTaken(error: Error | null): boolean {
  return error instanceof ProblemError && error.type === 'reference-taken';
}

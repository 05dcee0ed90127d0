import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { EnvironmentName } from '../api/keys.ts';
import { takeAnswer } from '../api/payment-actions.ts';
import type { Payment } from '../api/payments.ts';
import { type FieldError, ProblemError } from '../api/problem.ts';
import { useWords } from '../words/words.tsx';
import { attemptFor, type CreateAttempt, isOutcomeUnknown } from './attempt.ts';
import type { CreateKind } from './create-kind.ts';
import { describeFormError, isSound, placeErrors } from './form-errors.ts';

interface CreationOptions<Form extends FieldValues, Input extends object> {
  kind: CreateKind<Form, Input>;
  environment: EnvironmentName;
  methods: UseFormReturn<Form>;
  onCreated: (payment: Payment, form: Form) => void;
  /** Fields were found wrong by the server. */
  onFieldErrors: () => void;
}

export interface Creation<Form extends FieldValues> {
  submit: (form: Form) => void;
  isPending: boolean;
  /** Why it failed; null when that is told at the fields. */
  error: Error | null;
  /** What the server found wrong beyond the fields of the form. */
  others: FieldError[];
}

/** Sends the form. However often the button is pressed, one content makes one payment. */
export function useCreation<Form extends FieldValues, Input extends object>({
  kind,
  environment,
  methods,
  onCreated,
  onFieldErrors,
}: CreationOptions<Form, Input>): Creation<Form> {
  const words = useWords();
  const own = kind.words(words);
  const queryClient = useQueryClient();
  const attempt = useRef<CreateAttempt<Input> | null>(null);
  const isUnderWay = useRef(false);
  const mutation = useMutation({
    mutationFn: ({ input, key }: CreateAttempt<Input>) => kind.create(environment, input, key),
    onSettled: () => {
      isUnderWay.current = false;
    },
    onError: (error) => {
      if (!isOutcomeUnknown(error)) attempt.current = null;
      if (tellFields(error)) onFieldErrors();
    },
  });

  const errorsIn = (error: Error | null) =>
    placeErrors(kind, methods.getValues(), error instanceof ProblemError ? error.errors : []);
  const found = errorsIn(mutation.error);
  const isTold = isReferenceTaken(mutation.error) || (found.placed.length > 0 && found.others.length === 0);

  const tellFields = (error: Error): boolean => {
    const { placed } = errorsIn(error);
    const tell = (field: string, type: string, message: string) =>
      methods.setError(field as FieldPath<Form>, { type, message });
    for (const one of placed) tell(one.field, one.code, describeFormError(words, own, one, Date.now()));
    const isTaken = isReferenceTaken(error);
    if (isTaken) tell('reference', 'taken', own.errors.taken);
    return isTaken || placed.length > 0;
  };

  const submit = (form: Form) => {
    const now = new Date();
    const input = kind.toInput(form, now);
    // The resolver has checked the form a moment ago; between the two an end can have come too near.
    if (isUnderWay.current || !isSound<Form, Input>(kind, input, now)) return;
    isUnderWay.current = true;
    attempt.current = attemptFor<Input>(attempt.current, JSON.stringify(form), () => input);
    mutation.mutate(attempt.current, {
      onSuccess: (payment) => {
        void takeAnswer(queryClient, environment, payment);
        onCreated(payment, form);
      },
    });
  };
  return { submit, isPending: mutation.isPending, error: isTold ? null : mutation.error, others: found.others };
}

function isReferenceTaken(error: Error | null): boolean {
  return error instanceof ProblemError && error.type === 'reference-taken';
}

import { type FormEvent, useEffect, useState } from 'react';
import { type FieldValues, FormProvider } from 'react-hook-form';
import type { EnvironmentName } from '../api/keys.ts';
import type { Payment } from '../api/payments.ts';
import { useLanguage, useWords } from '../words/words.tsx';
import styles from './create-form.module.css';
import type { CreateKind } from './create-kind.ts';
import { ErrorSummary } from './error-summary.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { SummaryAside } from './summary-aside.tsx';
import { useCreateForm } from './use-create-form.ts';
import { useCreation } from './use-creation.ts';

interface CreateFormProps<Form extends FieldValues, Input extends object> {
  kind: CreateKind<Form, Input>;
  environment: EnvironmentName;
  /** What the form begins with, and whether a person has entered it before. */
  start: Form;
  isKept: boolean;
  /** The server has answered: created, or not known yet. */
  onCreated: (payment: Payment, form: Form) => void;
}

/** What a person enters about a new payment, and beside it what will come of it. */
export function CreateForm<Form extends FieldValues, Input extends object>({
  kind,
  environment,
  start,
  isKept,
  onCreated,
}: CreateFormProps<Form, Input>) {
  const { title, fields, leavingTitle } = kind.words(useWords());
  const { language } = useLanguage();
  const methods = useCreateForm(kind, start);
  const { formState, trigger } = methods;
  const [attention, setAttention] = useState(0);
  const pointOut = () => setAttention((count) => count + 1);
  const creation = useCreation({ kind, environment, methods, onCreated, onFieldErrors: pointOut });

  // Errors that stand there are told again in the other language.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the language changes
  useEffect(() => {
    if (formState.isSubmitted) void trigger();
  }, [language]);

  const submit = (event: FormEvent) => {
    void methods.handleSubmit(creation.submit, pointOut)(event);
  };
  return (
    <FormProvider {...methods}>
      <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="create-title">
        <div className={styles.groups}>
          <h1 id="create-title" className={styles.title}>
            {title}
          </h1>
          <ErrorSummary fields={kind.fields} names={fields} attention={attention} />
          <kind.Groups />
        </div>
        <SummaryAside kind={kind} environment={environment} creation={creation} />
      </form>
      <LeaveGuard when={formState.isDirty || isKept} title={leavingTitle} />
    </FormProvider>
  );
}

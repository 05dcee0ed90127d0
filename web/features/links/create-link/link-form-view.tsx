import { type FormEvent, useEffect, useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { EnvironmentName } from '../../../api/keys.ts';
import type { Link } from '../../../api/links.ts';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { AmountGroup } from './amount-group.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { emptyForm, type LinkForm, type Provider } from './link-form.ts';
import styles from './link-form-view.module.css';
import { MethodsGroup } from './methods-group.tsx';
import { ProviderGroup } from './provider-group.tsx';
import { SummaryAside } from './summary-aside.tsx';
import { UntilGroup } from './until-group.tsx';
import { useCreateLink } from './use-create-link.ts';
import { useLinkForm } from './use-link-form.ts';
import { WhatGroup } from './what-group.tsx';
import { WhoGroup } from './who-group.tsx';

interface LinkFormViewProps {
  environment: EnvironmentName;
  providers: readonly Provider[];
  /** What the form begins with. */
  start: LinkForm;
  /** The server has answered: created, or not known yet. */
  onCreated: (link: Link, form: LinkForm) => void;
}

/** What a person enters about a new link, in the order in which finance thinks: what, who, how much, how, until when. */
export function LinkFormView({ environment, providers, start, onCreated }: LinkFormViewProps) {
  const { create } = useWords();
  const { language } = useLanguage();
  const methods = useLinkForm(start);
  const { formState, trigger } = methods;
  const isKept = JSON.stringify(start) !== JSON.stringify(emptyForm(start.provider));
  const [attention, setAttention] = useState(0);
  const pointOut = () => setAttention((count) => count + 1);
  const creation = useCreateLink({ environment, methods, onCreated, onFieldErrors: pointOut });

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
      <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="create-link-title">
        <div className={styles.groups}>
          <h1 id="create-link-title" className={styles.title}>
            {create.title}
          </h1>
          <ErrorSummary attention={attention} />
          {providers.length > 1 && <ProviderGroup providers={providers} />}
          <WhatGroup />
          <WhoGroup />
          <AmountGroup />
          <MethodsGroup />
          <UntilGroup />
        </div>
        <SummaryAside environment={environment} creation={creation} />
      </form>
      <LeaveGuard when={formState.isDirty || isKept} />
    </FormProvider>
  );
}

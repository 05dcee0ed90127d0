import { useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { Payment } from '../api/payments.ts';
import { paths, placeOf } from '../app/paths.ts';
import { useEnvironment } from '../app/use-environment.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { useWords } from '../words/words.tsx';
import { CreateForm } from './create-form.tsx';
import type { CreateKind } from './create-kind.ts';
import styles from './create-page.module.css';
import { CreatedPayment } from './created-payment.tsx';

interface CreatePageProps<Form extends FieldValues, Input extends object> {
  kind: CreateKind<Form, Input>;
  /** A form that nobody has filled in; null where no provider makes this kind. */
  emptyForm: Form | null;
}

/** Creates a payment: the form, and in its place what came of it. */
export function CreatePage<Form extends FieldValues, Input extends object>({
  kind,
  emptyForm,
}: CreatePageProps<Form, Input>) {
  const words = useWords();
  const own = kind.words(words);
  const list = words.lists[placeOf[kind.kind]];
  const { name: environment, may } = useEnvironment();
  const [created, setCreated] = useState<Payment | null>(null);
  const [sent, setSent] = useState<Form | null>(null);

  const refusal = !may('payments.create') ? list.mayNotCreate : emptyForm === null ? own.noProvider : null;
  const again = (kept: Form | null) => {
    setSent(kept);
    setCreated(null);
  };
  return (
    <main className={styles.page}>
      <title>{`${own.title} · ${words.common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.list(environment, placeOf[kind.kind])}>{list.title}</BackLink>
      {refusal && (
        <>
          <h1 className={styles.title}>{own.title}</h1>
          <Alert tone="info">{refusal}</Alert>
        </>
      )}
      {!refusal && emptyForm && !created && (
        <CreateForm
          kind={kind}
          environment={environment}
          start={sent ?? emptyForm}
          isKept={sent !== null}
          onCreated={(payment, form) => {
            setSent(form);
            setCreated(payment);
          }}
        />
      )}
      {created && (
        <CreatedPayment
          kind={kind}
          created={created}
          environment={environment}
          onAnother={() => again(null)}
          onAgain={() => again(sent)}
        />
      )}
    </main>
  );
}

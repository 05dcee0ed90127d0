import { type FieldValues, useWatch } from 'react-hook-form';
import type { EnvironmentName } from '../api/keys.ts';
import { placeOf } from '../app/paths.ts';
import { Alert } from '../ui/alert.tsx';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { useLanguage, useWords } from '../words/words.tsx';
import type { CreateKind } from './create-kind.ts';
import { CreationProblem } from './creation-problem.tsx';
import styles from './summary-aside.module.css';
import type { Creation } from './use-creation.ts';
import { useMinute } from './use-minute.ts';

interface SummaryAsideProps<Form extends FieldValues, Input extends object> {
  kind: CreateKind<Form, Input>;
  environment: EnvironmentName;
  creation: Creation<Form>;
}

/** Beside the form: what the customer will get, in words, and the button that makes it so. */
export function SummaryAside<Form extends FieldValues, Input extends object>({
  kind,
  environment,
  creation,
}: SummaryAsideProps<Form, Input>) {
  const words = useWords();
  const { language } = useLanguage();
  const now = useMinute();
  const form = { ...useWatch<Form>() } as Form;
  const { amountIdr, sentences, warning, submit } = kind.summarise(words, language, form, { environment, now });
  const [main, ...others] = sentences;
  return (
    <aside className={styles.summary} aria-labelledby="create-summary">
      <h2 id="create-summary" className={styles.title}>
        {words.create.summaryTitle}
      </h2>
      <p className={styles.amount}>
        {amountIdr === null ? (
          <span className={styles.none}>Rp&nbsp;–</span>
        ) : (
          <Amount amountIdr={amountIdr} size="panel" />
        )}
      </p>
      <p className={styles.main}>{main}</p>
      {others.map((sentence) => (
        <p key={sentence} className={styles.other}>
          {sentence}
        </p>
      ))}
      {warning && <Alert tone="warning">{warning}</Alert>}
      <CreationProblem
        own={kind.words(words)}
        place={placeOf[kind.kind]}
        creation={creation}
        environment={environment}
      />
      <Button type="submit" variant="primary" className={styles.submit} busy={creation.isPending}>
        {submit}
      </Button>
    </aside>
  );
}

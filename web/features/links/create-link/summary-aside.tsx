import { useWatch } from 'react-hook-form';
import type { EnvironmentName } from '../../../api/keys.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Amount } from '../../../ui/amount.tsx';
import { Button } from '../../../ui/button.tsx';
import { useLanguage, useWords } from '../../../words/words.tsx';
import { CreationProblem } from './creation-problem.tsx';
import { customerSentences, productionWarning } from './customer-sentence.ts';
import type { LinkForm } from './link-form.ts';
import styles from './summary-aside.module.css';
import type { Creation } from './use-create-link.ts';
import { useMinute } from './use-minute.ts';

interface SummaryAsideProps {
  environment: EnvironmentName;
  creation: Creation;
}

/** Beside the form: what the customer will get, in words, and the button that makes it so. */
export function SummaryAside({ environment, creation }: SummaryAsideProps) {
  const words = useWords();
  const { language } = useLanguage();
  const { create } = words;
  const now = useMinute();
  const form = { ...useWatch<LinkForm>() } as LinkForm;
  const [paying, ...others] = customerSentences(words, language, form, now);
  const warning = productionWarning(words, language, environment, form);
  const amount = form.amountIdr === null ? null : formatAmountIdr(form.amountIdr);
  const isSent = environment === 'production' && form.emails.some((email) => email.trim() !== '');
  return (
    <aside className={styles.summary} aria-labelledby="link-summary">
      <h2 id="link-summary" className={styles.title}>
        {create.summary.title}
      </h2>
      <p className={styles.amount}>
        {form.amountIdr === null ? (
          <span className={styles.none}>Rp&nbsp;–</span>
        ) : (
          <Amount amountIdr={form.amountIdr} size="panel" />
        )}
      </p>
      <p className={styles.paying}>{paying}</p>
      {others.map((sentence) => (
        <p key={sentence} className={styles.other}>
          {sentence}
        </p>
      ))}
      {warning && <Alert tone="warning">{warning}</Alert>}
      <CreationProblem creation={creation} environment={environment} />
      <Button type="submit" variant="primary" className={styles.submit} busy={creation.isPending}>
        {isSent && amount ? create.submitAndSend(amount) : create.submit(amount)}
      </Button>
    </aside>
  );
}

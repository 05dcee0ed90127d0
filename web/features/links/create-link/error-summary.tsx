import { useEffect, useRef } from 'react';
import { Alert } from '../../../ui/alert.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './error-summary.module.css';
import type { FormField } from './form-errors.ts';
import { fieldId, useFields, useForming } from './use-link-form.ts';

interface ErrorSummaryProps {
  /** Counts how often fields were found wrong on a submit; each time the summary takes focus. */
  attention: number;
}

/** After a submit: everything that needs correcting, each leading to its field. Takes focus, so that it is met first. */
export function ErrorSummary({ attention }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const answered = useRef(0);
  const { create } = useWords();
  const { formState } = useForming();
  const field = useFields();
  const wrong = formState.submitCount === 0 ? [] : order.filter((name) => field(name).error !== null);
  const isShown = wrong.length > 0;
  useEffect(() => {
    // The form calls for attention before it holds the errors; what is hidden takes no focus.
    if (!isShown || attention === answered.current) return;
    answered.current = attention;
    summary.current?.focus();
  }, [attention, isShown]);
  return (
    <div ref={summary} tabIndex={-1} className={styles.summary} hidden={!isShown}>
      {isShown && (
        <Alert tone="error" title={create.errors.summary(wrong.length)}>
          <ul className={styles.list}>
            {wrong.map((name) => (
              <li key={name}>
                <a
                  href={`#${fieldId(name)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(name))?.focus();
                  }}
                >
                  {create.fields[rootOf(name)]}
                </a>
                {': '}
                {field(name).error}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

const order = [
  'provider',
  'description',
  'notes',
  'reference',
  'customerName',
  'emails.0',
  'emails.1',
  'emails.2',
  'phone',
  'amountIdr',
  'enabledMethods',
  'enabledBanks',
  'displayName',
  'expiresAt',
] as const satisfies readonly FormField[];

type Root = Exclude<(typeof order)[number], `emails.${number}`> | 'emails';

function rootOf(field: FormField): Root {
  return field.startsWith('emails') ? 'emails' : (field as Root);
}

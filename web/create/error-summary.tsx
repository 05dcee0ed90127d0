import { useEffect, useRef } from 'react';
import type { FieldErrors } from 'react-hook-form';
import { Alert } from '../ui/alert.tsx';
import { useWords } from '../words/words.tsx';
import styles from './error-summary.module.css';
import { fieldId, useForming } from './use-create-form.ts';

interface ErrorSummaryProps {
  /** The fields in the order of the form, and their names in words. */
  fields: readonly string[];
  names: Record<string, string>;
  /** Counts how often fields were found wrong on a submit; each time the summary takes focus. */
  attention: number;
}

/** After a submit: everything that needs correcting, each leading to its field. Takes focus, so that it is met first. */
export function ErrorSummary({ fields, names, attention }: ErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const answered = useRef(0);
  const { create } = useWords();
  const { errors, submitCount } = useForming().formState;
  const wrong = submitCount === 0 ? [] : fields.flatMap((field) => placesOf(errors, field));
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
            {wrong.map(({ field, place, message }) => (
              <li key={place}>
                <a
                  href={`#${fieldId(place)}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(fieldId(place))?.focus();
                  }}
                >
                  {names[field]}
                </a>
                {': '}
                {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}

/** The errors of a field; of a list those of its lines. */
function placesOf(errors: FieldErrors, field: string): { field: string; place: string; message: string }[] {
  const found = errors[field];
  if (!Array.isArray(found)) {
    return typeof found?.message === 'string' ? [{ field, place: field, message: found.message }] : [];
  }
  return found.flatMap((line, index) =>
    typeof line?.message === 'string' ? [{ field, place: `${field}.${index}`, message: line.message }] : [],
  );
}

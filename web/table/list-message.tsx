import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import styles from './list-message.module.css';

/** In the place of the rows: says why there are none, and what can be done. */
export function ListMessage({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={styles.message}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

interface DropChoicesProps {
  drops: readonly { key: string; words: string; onDrop: () => void; wouldShow?: string | null }[];
}

/** The filters that can be dropped, each with what that would show where it is known. */
export function DropChoices({ drops }: DropChoicesProps) {
  const { payments } = useWords();
  return (
    <ul className={styles.drops}>
      {drops.map(({ key, words, onDrop, wouldShow }) => (
        <li key={key}>
          <Button size="small" onClick={onDrop}>
            {payments.without(words)}
          </Button>
          {wouldShow}
        </li>
      ))}
    </ul>
  );
}

interface ListErrorProps {
  error: Error;
  onRetry: () => void;
}

/** In the place of the table when there is nothing to show but why. Asking again does not help who may not see it. */
export function ListError({ error, onRetry }: ListErrorProps) {
  const words = useWords();
  const { title, detail, requestId } = describeProblem(words, error);
  const isForbidden = 'type' in error && error.type === 'forbidden';
  return (
    <div className={styles.message} role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {requestId && (
        <p className={styles.request}>
          {words.problems.requestId} <code>{requestId}</code>
        </p>
      )}
      {!isForbidden && <Button onClick={onRetry}>{words.common.retry}</Button>}
    </div>
  );
}

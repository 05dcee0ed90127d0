import { ProblemError } from '../../api/problem.ts';
import { Button } from '../../ui/button.tsx';
import { describeProblem } from '../../words/describe-problem.ts';
import { useWords } from '../../words/words.tsx';
import styles from './links-message.module.css';

interface LinksErrorProps {
  error: Error;
  onRetry: () => void;
}

/** In the place of the table when there is nothing to show but why. Asking again does not help who may not see it. */
export function LinksError({ error, onRetry }: LinksErrorProps) {
  const words = useWords();
  const { title, detail, requestId } = describeProblem(words, error);
  const isForbidden = error instanceof ProblemError && error.type === 'forbidden';
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

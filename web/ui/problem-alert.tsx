import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';
import styles from './problem-alert.module.css';

interface ProblemAlertProps {
  error: unknown;
  /**
   * What did not happen: "The link was not deleted". The problem's own title comes behind it. After an act whose answer was
   * lost it is not said: nobody knows.
   */
  title?: string;
  /** What to do when the act may have been done, where looking at what is there is not the answer. */
  whenUnknown?: string;
  /** It stays until the reader takes it away; without this it goes when its cause goes. */
  onDismiss?: () => void;
  /** What failed to load, to be asked for again. Give it wherever nothing but reading failed; all else is an act. */
  retry?: { isFetching: boolean; refetch: () => unknown };
}

/** An error in words, in place: what did not happen, why, whether anything was done, and the request to name to a developer. */
export function ProblemAlert({ error, title, whenUnknown, onDismiss, retry }: ProblemAlertProps) {
  const words = useWords();
  const problem = describeProblem(words, error);
  const { unknown } = words.problems;
  const isUnknown = problem.isOutcomeUnknown && !retry;
  return (
    <Alert
      tone={isUnknown ? 'warning' : 'error'}
      title={isUnknown ? unknown.title : (title ?? problem.title)}
      action={
        (retry || onDismiss) && (
          <>
            {retry && (
              <Button size="small" busy={retry.isFetching} onClick={() => retry.refetch()}>
                {words.common.retry}
              </Button>
            )}
            {onDismiss && (
              <IconButton
                className={styles.dismiss}
                label={words.common.close}
                icon={<CloseIcon />}
                onClick={onDismiss}
              />
            )}
          </>
        )
      }
    >
      {(isUnknown || title) && `${problem.title}. `}
      {isUnknown ? (whenUnknown ?? unknown.detail) : problem.detail}
      {problem.requestId && (
        <div className={styles.request}>
          {words.problems.requestId} <code>{problem.requestId}</code>
        </div>
      )}
    </Alert>
  );
}

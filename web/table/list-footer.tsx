import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import styles from './list-footer.module.css';

interface ListFooterProps {
  /** What of how many is shown, and in which order. */
  children: ReactNode;
  /** Why the rows could not be brought up to date; it is told instead. */
  error: Error | null;
  onRetry: () => void;
  /** Newest first: the pages are newer and older ones, not previous and next. */
  isByTime: boolean;
  previousCursor: string | null;
  nextCursor: string | null;
  onPage: (cursor: string) => void;
}

/** What of how many is shown, and the way to the other pages; when reloading failed, that. */
export function ListFooter(props: ListFooterProps) {
  const { children, error, onRetry, isByTime, previousCursor, nextCursor, onPage } = props;
  const words = useWords();
  const { payments, common } = words;
  return (
    <div className={styles.foot}>
      {error ? (
        <span className={styles.failed} role="alert">
          {payments.reloadFailed} {describeProblem(words, error).title}.{' '}
          <button type="button" className={styles.retry} onClick={onRetry}>
            {common.retry}
          </button>
        </span>
      ) : (
        <span>{children}</span>
      )}
      <nav className={styles.pages} aria-label={payments.paging}>
        {previousCursor !== null && (
          <Button size="small" onClick={() => onPage(previousCursor)}>
            {isByTime ? payments.newer : payments.previous}
          </Button>
        )}
        {nextCursor !== null && (
          <Button size="small" onClick={() => onPage(nextCursor)}>
            {isByTime ? payments.older : payments.next}
          </Button>
        )}
      </nav>
    </div>
  );
}

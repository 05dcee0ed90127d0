import type { ReactNode } from 'react';
import { describeProblem } from '../words/describe-problem.ts';
import { useWords } from '../words/words.tsx';
import styles from './list-footer.module.css';
import { PageButtons } from './page-buttons.tsx';

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
      <div className={styles.pages}>
        <PageButtons {...{ isByTime, previousCursor, nextCursor, onPage }} />
      </div>
    </div>
  );
}

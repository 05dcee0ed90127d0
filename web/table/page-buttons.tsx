import { Button } from '../ui/button.tsx';
import { useWords } from '../words/words.tsx';
import styles from './page-buttons.module.css';

interface PageButtonsProps {
  /** Newest first: the pages are newer and older ones, not previous and next. */
  isByTime: boolean;
  previousCursor: string | null;
  nextCursor: string | null;
  onPage: (cursor: string) => void;
}

/** The way to the pages before and after this one, where there are any. */
export function PageButtons({ isByTime, previousCursor, nextCursor, onPage }: PageButtonsProps) {
  const { payments } = useWords();
  return (
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
  );
}

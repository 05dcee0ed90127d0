import { type ReactNode, type Ref, useEffect, useRef } from 'react';
import styles from './list-frame.module.css';

interface ListFrameProps {
  /** Of the document. */
  pageTitle: string;
  title: string;
  /** Behind the title: totals, and what can be done. */
  head: ReactNode;
  /** Between head and filters. */
  above?: ReactNode;
  filters: ReactNode;
  /** Put a table and its foot here. */
  children: ReactNode;
  openId: string | null;
  /** The open row, shown beside the table. */
  beside: ReactNode;
}

/** A page that is a list: head, filters, table, and beside it the open row. On a phone that takes the list's place. */
export function ListFrame({ pageTitle, title, head, above, filters, children, openId, beside }: ListFrameProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Where the open row takes the place of the list, it takes the focus too.
    if (openId !== null && matchMedia('(max-width: 899px)').matches) place.current?.focus();
  }, [openId]);
  return (
    <main className={`${styles.page} ${openId === null ? '' : styles.withPanel}`}>
      <title>{pageTitle}</title>
      <div className={styles.head}>
        <h1>{title}</h1>
        {head}
      </div>
      {above && <div className={styles.above}>{above}</div>}
      <div className={styles.filters}>{filters}</div>
      <div className={styles.split}>
        {children}
        {openId !== null && (
          <div className={styles.beside} ref={place} tabIndex={-1}>
            {beside}
          </div>
        )}
      </div>
    </main>
  );
}

/** What scrolls beside the open row. */
export function ListBody({ children, ref }: { children: ReactNode; ref?: Ref<HTMLDivElement> }) {
  return (
    <div className={styles.list} ref={ref}>
      {children}
    </div>
  );
}

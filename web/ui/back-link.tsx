import type { ReactNode } from 'react';
import { Link } from 'react-router';
import styles from './back-link.module.css';
import { ChevronLeftIcon } from './icons.tsx';

/** Above a page's title: the way back to the list that it belongs to. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link className={styles.back} to={to}>
      <ChevronLeftIcon size={14} />
      {children}
    </Link>
  );
}

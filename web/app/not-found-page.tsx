import { useLocation } from 'react-router';
import { useWords } from '../words/words.tsx';
import styles from './message-page.module.css';

/** For addresses that lead nowhere. */
export function NotFoundPage() {
  const { pages } = useWords();
  const { pathname } = useLocation();
  return (
    <main className={styles.page}>
      <title>{`${pages.notFoundTitle} · Tautan`}</title>
      <h1>{pages.notFoundTitle}</h1>
      <p>{pages.notFoundDetail}</p>
      <code className={styles.address}>{pathname}</code>
      <p>
        <a href="/">{pages.toStart}</a>
      </p>
    </main>
  );
}

import { useEffect } from 'react';
import type { EnvironmentName } from '../api/keys.ts';
import { useWords } from '../words/words.tsx';
import styles from './environment.module.css';

/** The strip at the top that says where one is and what that means; the favicon says it too. */
export function EnvironmentBand({ environment }: { environment: EnvironmentName | null }) {
  const { common } = useWords();
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon) icon.href = environment ? `/favicon-${environment}.svg` : '/favicon.svg';
  }, [environment]);
  if (!environment) return <div className={styles.band} />;
  return (
    <section className={`${styles.band} ${styles[environment]}`} aria-label={common.environment}>
      <strong>{common.environments[environment]}</strong>
      <span>{common.environmentMeanings[environment]}</span>
    </section>
  );
}

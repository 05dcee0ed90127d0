import { lazy, Suspense, useState } from 'react';
import type { EnvironmentName } from '../api/keys.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { useWords } from '../words/words.tsx';
import dots from './environment.module.css';
import styles from './top-bar.module.css';

const EnvironmentMenu = lazy(async () => ({ default: (await import('./environment-menu.tsx')).EnvironmentMenu }));

/** Says in which environment one is, and leads to the others. */
export function EnvironmentButton({ environment }: { environment: EnvironmentName | null }) {
  const { common } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const name = environment ? common.environments[environment] : common.environment;
  return (
    <>
      <button
        type="button"
        className={styles.environment}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={common.chooseEnvironment(name)}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {environment && <i className={dots.dot} data-environment={environment} />}
        {name}
        <ChevronDownIcon size={14} />
      </button>
      {anchor && (
        <Suspense fallback={null}>
          <EnvironmentMenu anchor={anchor} environment={environment} onClose={() => setAnchor(null)} />
        </Suspense>
      )}
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { EnvironmentAccess } from '../api/session.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MenuIcon, SearchIcon } from '../ui/icons.tsx';
import { useCommandShortcut } from '../ui/use-shortcut.ts';
import { useWords } from '../words/words.tsx';
import { AccountButton } from './account-button.tsx';
import { EnvironmentButton } from './environment-button.tsx';
import styles from './top-bar.module.css';

const FindDialog = lazy(async () => ({ default: (await import('./find-dialog.tsx')).FindDialog }));
const NavigationDrawer = lazy(async () => ({ default: (await import('./navigation-drawer.tsx')).NavigationDrawer }));

const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);

/** Find, the environment, and who is signed in. */
export function TopBar({ environment }: { environment: EnvironmentAccess | null }) {
  const { common } = useWords();
  const [shown, setShown] = useState<'find' | 'navigation' | null>(null);
  useCommandShortcut('k', () => environment && setShown('find'));
  const close = () => setShown(null);
  return (
    <header className={styles.bar}>
      <IconButton
        className={styles.menu}
        label={common.openNavigation}
        icon={<MenuIcon />}
        aria-haspopup="dialog"
        aria-expanded={shown === 'navigation'}
        onClick={() => setShown('navigation')}
      />
      {environment && (
        <button
          type="button"
          className={styles.find}
          aria-haspopup="dialog"
          aria-keyshortcuts="Control+K Meta+K"
          onClick={() => setShown('find')}
        >
          <SearchIcon />
          <span>{common.find}</span>
          <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
      )}
      <div className={styles.right}>
        <EnvironmentButton environment={environment?.name ?? null} />
        <AccountButton />
      </div>
      <Suspense fallback={null}>
        {shown === 'find' && environment && <FindDialog environment={environment.name} onClose={close} />}
        {shown === 'navigation' && <NavigationDrawer environment={environment?.name ?? null} onClose={close} />}
      </Suspense>
    </header>
  );
}

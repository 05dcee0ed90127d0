import { lazy, Suspense, useState } from 'react';
import { useSession } from '../api/session.ts';
import { useShortcut } from '../ui/use-shortcut.ts';
import { useWords } from '../words/words.tsx';
import styles from './top-bar.module.css';

const AccountMenu = lazy(async () => ({ default: (await import('./account-menu.tsx')).AccountMenu }));
const ShortcutsDialog = lazy(async () => ({ default: (await import('./shortcuts-dialog.tsx')).ShortcutsDialog }));

/** `Rani Astuti` → `RA`. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0]?.toUpperCase() ?? '').join('');
}

/** Who is signed in; opens language, appearance, the keyboard's list and the way out. */
export function AccountButton() {
  const { common } = useWords();
  const { staff } = useSession();
  const initials = initialsOf(staff.name);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  useShortcut('?', () => setIsHelpOpen(true));
  return (
    <>
      <button
        type="button"
        className={styles.account}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        aria-label={`${initials}, ${common.account(staff.name)}`}
        title={staff.name}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {initials}
      </button>
      <Suspense fallback={null}>
        {anchor && (
          <AccountMenu
            anchor={anchor}
            onClose={() => setAnchor(null)}
            onHelp={() => {
              setAnchor(null);
              setIsHelpOpen(true);
            }}
          />
        )}
        {isHelpOpen && <ShortcutsDialog onClose={() => setIsHelpOpen(false)} />}
      </Suspense>
    </>
  );
}

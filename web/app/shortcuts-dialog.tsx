import { Dialog } from '../ui/dialog.tsx';
import { useWords } from '../words/words.tsx';
import styles from './shortcuts-dialog.module.css';

const isApple = /Mac|iP(hone|ad)/.test(navigator.platform);

const shortcuts = [
  ['find', [isApple ? '⌘ K' : 'Ctrl K']],
  ['filter', ['/']],
  ['move', ['↑', '↓']],
  ['open', ['Enter']],
  ['close', ['Esc']],
  ['choose', ['␣']],
  ['create', ['c']],
  ['resend', ['r']],
  ['help', ['?']],
] as const;

/** What the keyboard can do. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { common } = useWords();
  return (
    <Dialog open onClose={onClose} title={common.keyboardShortcuts} widthPx={420}>
      <dl className={styles.list}>
        {shortcuts.map(([name, keys]) => (
          <div key={name}>
            <dt>{common.shortcuts[name]}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

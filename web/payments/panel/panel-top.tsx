import type { ReactNode } from 'react';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArrowLeftIcon, CloseIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './panel-head.module.css';

interface PanelTopProps {
  /** A quiet line. */
  who: ReactNode;
  title: ReactNode;
  /** State and origin. */
  tags: ReactNode;
  onClose: () => void;
}

/** The head of what is open beside a list: three lines, and the way back. */
export function PanelTop({ who, title, tags, onClose }: PanelTopProps) {
  const { common, payment: words } = useWords();
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <p className={styles.who}>{who}</p>
        <h2 className={styles.amount}>{title}</h2>
        <div className={styles.tags}>{tags}</div>
      </div>
      <span className={styles.close}>
        <IconButton label={common.close} icon={<CloseIcon />} onClick={onClose} aria-keyshortcuts="Escape" />
      </span>
      <span className={styles.back}>
        <IconButton label={words.backToList} icon={<ArrowLeftIcon />} onClick={onClose} />
      </span>
    </header>
  );
}

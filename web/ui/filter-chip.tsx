import { type ReactNode, Suspense, useState } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './filter-chip.module.css';
import { CloseIcon, PlusIcon } from './icons.tsx';

interface FilterChipProps {
  /** Names the filter. */
  name: string;
  /** What it is set to, in words; null while it is not set. */
  told: string | null;
  onDrop: () => void;
  /** What opens at the chip; null where it can only be dropped. */
  popup: 'menu' | 'dialog' | null;
  /** Draws it, at that button. */
  children?: (anchor: HTMLElement, close: () => void) => ReactNode;
}

/** One filter: a dashed invitation while it is not set, else its value with a cross that drops it. */
export function FilterChip({ name, told, onDrop, popup, children }: FilterChipProps) {
  const { payments } = useWords();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const isSet = told !== null;
  return (
    <span className={isSet ? styles.set : styles.unset}>
      {popup === null ? (
        <span className={styles.open}>
          <span className={styles.words}>{told}</span>
        </span>
      ) : (
        <button
          type="button"
          className={styles.open}
          aria-haspopup={popup}
          aria-expanded={anchor !== null}
          aria-label={isSet ? undefined : payments.setFilter(name)}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {!isSet && <PlusIcon size={12} />}
          <span className={styles.words}>{told ?? name}</span>
        </button>
      )}
      {isSet && (
        <button
          type="button"
          className={styles.drop}
          aria-label={payments.dropFilter(name)}
          title={payments.dropFilter(name)}
          onClick={onDrop}
        >
          <CloseIcon size={11} />
        </button>
      )}
      {anchor && <Suspense fallback={null}>{children?.(anchor, () => setAnchor(null))}</Suspense>}
    </span>
  );
}

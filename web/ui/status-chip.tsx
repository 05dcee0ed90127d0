import type { ReactNode } from 'react';
import { Spinner } from './spinner.tsx';
import styles from './status-chip.module.css';

export type Tone = 'green' | 'amber' | 'blue' | 'red' | 'grey' | 'violet';

interface StatusChipProps {
  tone: Tone;
  /** Somebody is being asked: a ring turns instead of the dot. */
  busy?: boolean;
  children: ReactNode;
}

/** A state as word, dot and tint. */
export function StatusChip({ tone, busy = false, children }: StatusChipProps) {
  return (
    <span className={`${styles.chip} ${styles[tone]}`}>
      {busy ? <Spinner sizePx={10} /> : <i className={styles.dot} />}
      <span className={styles.word}>{children}</span>
    </span>
  );
}

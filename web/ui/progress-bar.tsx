import type { ReactNode } from 'react';
import styles from './progress-bar.module.css';

interface ProgressBarProps {
  /** From 0 to 1. */
  value: number;
  /** What goes on, for those who hear the bar. */
  label: string;
  /** How far it is, in words. */
  children: ReactNode;
}

/** How far work has come that goes on by itself. */
export function ProgressBar({ value, label, children }: ProgressBarProps) {
  return (
    <div className={styles.progress}>
      <progress value={value} max={1} aria-label={label} />
      <span>{children}</span>
    </div>
  );
}

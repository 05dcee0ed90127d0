import type { ReactNode } from 'react';
import styles from './payment-actions.module.css';

/** Buttons that belong together, under one name. */
export function ActionGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons that belong together.
    <div className={styles.actions} role="group" aria-label={label}>
      {children}
    </div>
  );
}

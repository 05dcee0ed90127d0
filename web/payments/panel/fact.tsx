import type { ReactNode } from 'react';
import styles from './payment-facts.module.css';

interface FactProps {
  name: string;
  children: ReactNode;
  /** Explains the value, quieter. */
  aside?: string | null;
}

/** One line of a list of facts. */
export function Fact({ name, children, aside }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>
        {children}
        {aside && <span className={styles.aside}> {aside}</span>}
      </dd>
    </div>
  );
}

import type { ReactNode } from 'react';
import styles from './form-group.module.css';

interface FormGroupProps {
  title: string;
  children: ReactNode;
}

/** Fields that belong together, with a quiet heading. */
export function FormGroup({ title, children }: FormGroupProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.fields}>{children}</div>
    </fieldset>
  );
}

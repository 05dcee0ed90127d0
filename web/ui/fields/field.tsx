import type { ReactNode } from 'react';
import styles from './field.module.css';

/** What ties a control to its label and to the words below it. */
export interface ControlProps {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

export interface FieldProps {
  id: string;
  label: ReactNode;
  /** Behind the label, quieter: "optional", "12 of 255". */
  aside?: ReactNode;
  /** Stands below the field until an error takes its place. */
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
}

interface FieldFrameProps extends FieldProps {
  children: (control: ControlProps) => ReactNode;
}

/** Label above, control, and below it the hint or the error, which screen readers hear as the control's description. */
export function Field({ id, label, aside, hint, error, required, children }: FieldFrameProps) {
  const notesId = `${id}-notes`;
  const hasNotes = Boolean(error || hint);
  return (
    <div className={styles.field}>
      <div className={styles.head}>
        <label htmlFor={id}>{label}</label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {children({
        id,
        'aria-describedby': hasNotes ? notesId : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': required || undefined,
      })}
      {hasNotes && (
        <p id={notesId} className={error ? styles.error : styles.hint}>
          {error || hint}
        </p>
      )}
    </div>
  );
}

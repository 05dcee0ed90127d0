import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';
import { wibInputValue } from './wib-input.ts';

interface WibTimeFieldProps
  extends FieldProps,
    Omit<ComponentProps<'input'>, 'id' | 'required' | 'min' | 'max' | 'type'> {
  /** The first and last instant that may be picked. */
  earliestAt: Date;
  latestAt: Date;
}

/** A day and time picked on the clock of WIB, whatever zone the browser stands in. Its value is that of a datetime-local input. */
export function WibTimeField({
  id,
  label,
  aside,
  hint,
  error,
  required,
  earliestAt,
  latestAt,
  ...input
}: WibTimeFieldProps) {
  return (
    <Field {...{ id, label, aside, hint, error, required }}>
      {(control) => (
        <span className={styles.box}>
          <input
            type="datetime-local"
            min={wibInputValue(earliestAt)}
            max={wibInputValue(latestAt)}
            {...input}
            {...control}
            className={styles.input}
          />
          <span className={styles.suffix}>WIB</span>
        </span>
      )}
    </Field>
  );
}

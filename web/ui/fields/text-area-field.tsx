import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

interface TextAreaFieldProps extends FieldProps, Omit<ComponentProps<'textarea'>, 'id' | 'required'> {}

/** Text of several lines, which grows as it is filled. */
export function TextAreaField({ id, label, aside, hint, error, required, ...textarea }: TextAreaFieldProps) {
  return (
    <Field {...{ id, label, aside, hint, error, required }}>
      {(control) => (
        <span className={styles.box}>
          <textarea rows={2} {...textarea} {...control} className={styles.input} />
        </span>
      )}
    </Field>
  );
}

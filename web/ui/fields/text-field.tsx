import type { ComponentProps } from 'react';
import styles from './field.module.css';
import { Field, type FieldProps } from './field.tsx';

interface TextFieldProps extends FieldProps, Omit<ComponentProps<'input'>, 'id' | 'required'> {
  mono?: boolean;
}

/** One line of text. Takes what react-hook-form's `register` gives. */
export function TextField({ id, label, aside, hint, error, required, mono, className = '', ...input }: TextFieldProps) {
  return (
    <Field {...{ id, label, aside, hint, error, required }}>
      {(control) => (
        <span className={styles.box}>
          <input
            type="text"
            {...input}
            {...control}
            className={`${styles.input} ${mono ? styles.mono : ''} ${className}`}
          />
        </span>
      )}
    </Field>
  );
}

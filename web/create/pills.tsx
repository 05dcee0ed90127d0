import type { ComponentProps, ReactNode } from 'react';
import styles from './pills.module.css';

interface PillsProps<Value extends string> {
  /** Names the group of radio buttons. */
  label: string;
  choices: readonly { value: Value; label: string }[];
  /** What react-hook-form's `register` gives. */
  input: ComponentProps<'input'>;
  /** Below them, quieter. */
  note?: ReactNode;
}

/** One of a few short words, in one row. */
export function Pills<Value extends string>({ label, choices, input, note }: PillsProps<Value>) {
  return (
    <fieldset className={styles.pills}>
      <legend>{label}</legend>
      <div className={styles.row}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.pill}>
            <input type="radio" {...input} value={choice.value} />
            {choice.label}
          </label>
        ))}
      </div>
      {note && <p className={styles.note}>{note}</p>}
    </fieldset>
  );
}

import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './choice-field.module.css';

export interface Choice<Value extends string> {
  value: Value;
  label: string;
  /** Below the label, quieter. */
  detail?: string;
  /** It cannot be chosen now; `detail` says why. */
  disabled?: boolean;
}

interface ChoiceFieldProps<Value extends string> {
  /** Names the group of radio buttons. */
  label: ReactNode;
  choices: readonly Choice<Value>[];
  /** What react-hook-form's `register` gives, or `name` and `onChange` beside `chosen`. */
  input: ComponentProps<'input'>;
  /** Which one is chosen, where no form library keeps it. */
  chosen?: Value;
}

/** One of a few, all in sight. */
export function ChoiceField<Value extends string>({ label, choices, input, chosen }: ChoiceFieldProps<Value>) {
  const id = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {choices.map(({ value, label: name, detail, disabled }) => (
          <label key={value} className={styles.choice}>
            <input
              type="radio"
              {...input}
              value={value}
              disabled={disabled}
              checked={chosen === undefined ? undefined : chosen === value}
              aria-labelledby={`${id}-${value}`}
              aria-describedby={detail ? `${id}-${value}-detail` : undefined}
            />
            <span>
              <span id={`${id}-${value}`}>{name}</span>
              {detail && (
                <span id={`${id}-${value}-detail`} className={styles.detail}>
                  {detail}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

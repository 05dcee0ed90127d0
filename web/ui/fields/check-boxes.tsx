import { CheckBox } from './check-box.tsx';
import styles from './check-boxes.module.css';

interface CheckBoxesProps<Value extends string> {
  /** Of the first box, which gets the focus when none is chosen that should be. */
  id: string;
  /** Names the group. */
  label: string;
  boxes: readonly { value: Value; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  error: string | null;
}

/** Several of a few, all in sight. An error is read out when it comes, and with each box. */
export function CheckBoxes<Value extends string>({
  id,
  label,
  boxes,
  chosen,
  onChange,
  error,
}: CheckBoxesProps<Value>) {
  const errorId = `${id}-error`;
  const toggle = (value: Value) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.boxes}>
      <legend>{label}</legend>
      {boxes.map(({ value, label: name }, place) => (
        <CheckBox
          key={value}
          id={place === 0 ? id : `${id}-${value}`}
          label={name}
          checked={chosen.includes(value)}
          onChange={() => toggle(value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? errorId : undefined}
        />
      ))}
      {error && (
        <p id={errorId} className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

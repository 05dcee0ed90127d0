import type { ComponentProps, ReactNode } from 'react';
import styles from './check-box.module.css';

interface CheckBoxProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  /** Below the label, quieter; read out as its description. */
  detail?: ReactNode;
  /** The detail is a warning. */
  warns?: boolean;
  id: string;
}

/** A box to tick, with its label. */
export function CheckBox({ label, detail, warns = false, id, ...input }: CheckBoxProps) {
  const detailId = `${id}-detail`;
  return (
    <div className={styles.line}>
      <input type="checkbox" {...input} id={id} aria-describedby={detail ? detailId : input['aria-describedby']} />
      <div className={styles.words}>
        <label htmlFor={id}>{label}</label>
        {detail && (
          <span id={detailId} className={warns ? styles.warning : styles.detail}>
            {detail}
          </span>
        )}
      </div>
    </div>
  );
}

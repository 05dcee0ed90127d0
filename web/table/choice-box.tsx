import { useEffect, useRef } from 'react';
import styles from './data-table.module.css';

interface ChoiceBoxProps {
  label: string;
  /** `some`: not all of the rows that it stands for. */
  checked: boolean | 'some';
  /** Whether Tab stops at it. */
  isReachable: boolean;
  onToggle: () => void;
}

/** The box that chooses a row, or all of them; the cell around it can be hit too. */
export function ChoiceBox({ label, checked, isReachable, onToggle }: ChoiceBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = checked === 'some';
  }, [checked]);
  return (
    <label className={styles.choice}>
      <input
        ref={input}
        type="checkbox"
        aria-label={label}
        checked={checked === true}
        tabIndex={isReachable ? 0 : -1}
        onChange={onToggle}
      />
    </label>
  );
}

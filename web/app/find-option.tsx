import type { ReactNode } from 'react';
import styles from './find-dialog.module.css';

export interface FindOptionProps {
  listId: string;
  /** Its place among all options. */
  index: number;
  /** The place of the chosen one. */
  chosen: number;
  onChoose: (index: number) => void;
  className?: string | undefined;
  children: ReactNode;
}

/** The id of an option, by which the field names the chosen one. */
export const optionId = (listId: string, index: number) => `${listId}-${index}`;

/** One thing that can be chosen in the find dialog. */
export function FindOption({ listId, index, chosen, onChoose, className = '', children }: FindOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
    <div
      id={optionId(listId, index)}
      role="option"
      aria-selected={index === chosen}
      className={`${styles.option} ${className}`}
      onClick={() => onChoose(index)}
    >
      {children}
    </div>
  );
}

import type { MouseEvent, ReactElement, Ref } from 'react';
import styles from './button.module.css';

export interface IconButtonProps {
  /** What it does; read out, and shown by the browser on hover. */
  label: string;
  icon: ReactElement;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  className?: string;
  /** -1 where only one of several like it can be reached with Tab. */
  tabIndex?: number;
  ref?: Ref<HTMLButtonElement>;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  'aria-keyshortcuts'?: string;
}

/** A 32 px button with an icon alone. */
export function IconButton({ label, icon, className = '', ...rest }: IconButtonProps) {
  return (
    <button type="button" {...rest} className={`${styles.icon} ${className}`} aria-label={label} title={label}>
      {icon}
    </button>
  );
}

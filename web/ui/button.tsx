import { lazy, type MouseEvent, type ReactElement, type ReactNode, type Ref, Suspense } from 'react';
import styles from './button.module.css';
import { Spinner } from './spinner.tsx';

// The tooltip's machinery is needed by few buttons only, so it loads with the first one.
const ReasonTooltip = lazy(async () => ({ default: (await import('./reason-tooltip.tsx')).ReasonTooltip }));

export interface ButtonProps {
  children: ReactNode;
  variant?: 'primary' | 'secondary' | 'danger' | 'plain';
  size?: 'medium' | 'small';
  type?: 'button' | 'submit';
  icon?: ReactElement;
  /** Work goes on: a ring turns in the icon's place or over the label, so that nothing moves; further clicks do nothing, focus stays. */
  busy?: boolean;
  /** Why it can't be pressed now. It stays focusable and tells this on hover and focus. */
  disabledReason?: string | null;
  /** What it will do, told on hover and focus. Give null where only a reason may come: then focus outlasts its coming. */
  hint?: string | null;
  onClick?: (event: MouseEvent<HTMLElement>) => void;
  className?: string;
  id?: string;
  autoFocus?: boolean;
  ref?: Ref<HTMLButtonElement>;
  'aria-label'?: string;
  'aria-haspopup'?: 'menu' | 'dialog';
  'aria-expanded'?: boolean;
  'aria-keyshortcuts'?: string;
}

/** A 36 px (small: 32 px) button. One primary button a screen; danger is for what can't be undone. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  type = 'button',
  icon,
  busy = false,
  disabledReason = null,
  hint,
  onClick,
  className = '',
  children,
  ...rest
}: ButtonProps) {
  const blocked = busy || disabledReason !== null;
  const button = (
    <button
      {...rest}
      type={blocked ? 'button' : type}
      className={`${styles.button} ${styles[variant]} ${styles[size]} ${busy && !icon ? styles.covered : ''} ${className}`}
      aria-disabled={blocked || undefined}
      aria-busy={busy || undefined}
      onClick={blocked ? undefined : onClick}
    >
      {busy ? <Spinner /> : icon}
      <span className={styles.label}>{children}</span>
    </button>
  );
  if (disabledReason === null && hint === undefined) return button;
  return (
    <Suspense fallback={button}>
      <ReasonTooltip reason={disabledReason ?? hint ?? null}>{button}</ReasonTooltip>
    </Suspense>
  );
}

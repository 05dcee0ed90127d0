import type { ReactNode } from 'react';
import styles from './alert.module.css';
import { AlertIcon, CheckIcon, InfoIcon } from './icons.tsx';

interface AlertProps {
  tone: 'error' | 'warning' | 'info' | 'success';
  title?: ReactNode;
  children?: ReactNode;
  /** A button or two at the end. */
  action?: ReactNode;
}

const icons = { error: AlertIcon, warning: AlertIcon, info: InfoIcon, success: CheckIcon };

/** Says what happened, in place. Errors are read out at once, everything else when the reader is free. */
export function Alert({ tone, title, children, action }: AlertProps) {
  const Icon = icons[tone];
  return (
    <div className={`${styles.alert} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon />
      <div className={styles.words}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}

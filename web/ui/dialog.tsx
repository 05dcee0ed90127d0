import MuiDialog from '@mui/material/Dialog';
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/words.tsx';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';
import { CloseIcon } from './icons.tsx';
import { ThemeProvider } from './theme-provider.tsx';

interface DialogProps {
  open: boolean;
  /** Esc, the cross and a click beside it; not called while `busy`. */
  onClose: () => void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the act itself last. */
  actions?: ReactNode;
  /** Work goes on: it can't be closed. */
  busy?: boolean;
  widthPx?: number;
}

/** A question or a form of its own above the page. Focus stays inside and returns to where it was. Load it lazily. */
export function Dialog({ open, onClose, title, children, actions, busy = false, widthPx = 480 }: DialogProps) {
  const titleId = useId();
  const { common } = useWords();
  return (
    <ThemeProvider>
      <MuiDialog
        open={open}
        onClose={busy ? undefined : onClose}
        aria-labelledby={titleId}
        transitionDuration={0}
        slotProps={{ paper: { className: styles.paper, style: { maxWidth: widthPx } } }}
      >
        <header className={styles.head}>
          <h2 id={titleId}>{title}</h2>
          {!busy && <IconButton label={common.close} icon={<CloseIcon />} onClick={onClose} />}
        </header>
        <div className={styles.body}>{children}</div>
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </MuiDialog>
    </ThemeProvider>
  );
}

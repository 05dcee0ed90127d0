import MuiDialog from '@mui/material/Dialog';
import type { ReactNode } from 'react';
import { ThemeProvider } from './theme-provider.tsx';
import styles from './top-dialog.module.css';

interface TopDialogProps {
  onClose: () => void;
  label: string;
  children: ReactNode;
}

/** A dialog without a head, near the top of the window, so that it can grow downwards. Load it lazily; mounted is open. */
export function TopDialog({ onClose, label, children }: TopDialogProps) {
  return (
    <ThemeProvider>
      <MuiDialog
        open
        onClose={onClose}
        transitionDuration={0}
        slotProps={{
          paper: { className: styles.paper, 'aria-label': label },
          container: { className: styles.container },
        }}
      >
        {children}
      </MuiDialog>
    </ThemeProvider>
  );
}

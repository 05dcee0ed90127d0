import MuiPopover from '@mui/material/Popover';
import type { ReactNode } from 'react';
import styles from './popover.module.css';
import { ThemeProvider } from './theme-provider.tsx';

interface PopoverProps {
  /** The button that opened it; the focus returns there. */
  anchor: HTMLElement;
  onClose: () => void;
  label: string;
  children: ReactNode;
}

/** A small dialog at its button. Load it lazily; mounted is open. */
export function Popover({ anchor, onClose, label, children }: PopoverProps) {
  return (
    <ThemeProvider>
      <MuiPopover
        open
        anchorEl={anchor}
        onClose={onClose}
        transitionDuration={0}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { className: styles.paper, role: 'dialog', 'aria-label': label } }}
      >
        {children}
      </MuiPopover>
    </ThemeProvider>
  );
}

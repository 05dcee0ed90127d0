import MuiDrawer from '@mui/material/Drawer';
import type { ReactNode } from 'react';
import styles from './drawer.module.css';
import { ThemeProvider } from './theme-provider.tsx';

interface DrawerProps {
  onClose: () => void;
  label: string;
  children: ReactNode;
}

/** Lies over the page from the left edge. Load it lazily; mounted is open. */
export function Drawer({ onClose, label, children }: DrawerProps) {
  return (
    <ThemeProvider>
      <MuiDrawer
        open
        onClose={onClose}
        transitionDuration={0}
        slotProps={{ paper: { className: styles.paper, role: 'dialog', 'aria-label': label } }}
      >
        {children}
      </MuiDrawer>
    </ThemeProvider>
  );
}

import Drawer from '@mui/material/Drawer';
import type { EnvironmentName } from '../api/keys.ts';
import { useWords } from '../words/words.tsx';
import { Navigation } from './navigation.tsx';
import styles from './navigation-drawer.module.css';

interface NavigationDrawerProps {
  environment: EnvironmentName | null;
  onClose: () => void;
}

/** The navigation on a phone. */
export function NavigationDrawer({ environment, onClose }: NavigationDrawerProps) {
  const { common } = useWords();
  return (
    <Drawer
      open
      onClose={onClose}
      transitionDuration={0}
      slotProps={{ paper: { className: styles.paper, role: 'dialog', 'aria-label': common.mainNavigation } }}
    >
      <Navigation environment={environment} onChoose={onClose} />
    </Drawer>
  );
}

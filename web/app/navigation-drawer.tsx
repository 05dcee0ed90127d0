import type { EnvironmentName } from '../api/keys.ts';
import { Drawer } from '../ui/drawer.tsx';
import { useWords } from '../words/words.tsx';
import { Navigation } from './navigation.tsx';

interface NavigationDrawerProps {
  environment: EnvironmentName | null;
  onClose: () => void;
}

/** The navigation on a phone. */
export function NavigationDrawer({ environment, onClose }: NavigationDrawerProps) {
  const { common } = useWords();
  return (
    <Drawer onClose={onClose} label={common.mainNavigation}>
      <Navigation environment={environment} onChoose={onClose} />
    </Drawer>
  );
}

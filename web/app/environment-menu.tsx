import { useNavigate } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { useSession } from '../api/session.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { useWords } from '../words/words.tsx';
import dots from './environment.module.css';
import { paths } from './paths.ts';

interface EnvironmentMenuProps {
  anchor: HTMLElement;
  environment: EnvironmentName | null;
  onClose: () => void;
}

/** The environments that this server runs, each with what it means to work there. */
export function EnvironmentMenu({ anchor, environment, onClose }: EnvironmentMenuProps) {
  const { common } = useWords();
  const { environments } = useSession();
  const navigate = useNavigate();
  const choose = (name: EnvironmentName) => {
    onClose();
    if (name !== environment) navigate(paths.overview(name));
  };
  return (
    <Menu anchor={anchor} onClose={onClose} label={common.environment} align="right">
      {environments.map(({ name }) => (
        <MenuItem
          key={name}
          choice="radio"
          checked={name === environment}
          onClick={() => choose(name)}
          icon={<i className={dots.dot} data-environment={name} />}
          hint={common.environmentMeanings[name]}
        >
          {common.environments[name]}
        </MenuItem>
      ))}
    </Menu>
  );
}

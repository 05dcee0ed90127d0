import { NavLink } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { LinkIcon } from '../ui/icons.tsx';
import type { Catalogue } from '../words/words.tsx';
import { useWords } from '../words/words.tsx';
import { Brand } from './brand.tsx';
import styles from './navigation.module.css';
import { paths } from './paths.ts';

interface Place {
  name: keyof Pick<Catalogue['common'], 'paymentLinks'>;
  icon: typeof LinkIcon;
  path: (environment: EnvironmentName) => string;
}

/** The places of an environment, in groups that a line separates. */
const groups: readonly (readonly Place[])[] = [[{ name: 'paymentLinks', icon: LinkIcon, path: paths.links }]];

interface NavigationProps {
  environment: EnvironmentName | null;
  /** Called when a place is chosen; a drawer closes then. */
  onChoose?: () => void;
}

/** Where one can go inside the environment. */
export function Navigation({ environment, onChoose }: NavigationProps) {
  const { common } = useWords();
  return (
    <nav className={styles.navigation} aria-label={common.mainNavigation}>
      <div className={styles.brand}>
        <Brand />
      </div>
      {environment &&
        groups.map((places, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups are a constant
          <ul key={index} className={styles.group}>
            {places.map(({ name, icon: Icon, path }) => (
              <li key={name}>
                <NavLink to={path(environment)} className={styles.place} onClick={onChoose} title={common[name]}>
                  <Icon />
                  <span>{common[name]}</span>
                </NavLink>
              </li>
            ))}
          </ul>
        ))}
    </nav>
  );
}

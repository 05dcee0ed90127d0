import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { CallbackIcon, CodesIcon, LinkIcon, ListIcon, OneTimeIcon, OverviewIcon, QrIcon } from '../ui/icons.tsx';
import type { Catalogue } from '../words/words.tsx';
import { useWords } from '../words/words.tsx';
import { Brand } from './brand.tsx';
import styles from './navigation.module.css';
import { ParkedCount } from './parked-count.tsx';
import { type Place, paths } from './paths.ts';

interface Entry {
  name: (words: Catalogue) => string;
  icon: typeof LinkIcon;
  path: (environment: EnvironmentName) => string;
  /** Only this very address is the place, and none below it. */
  isExact?: boolean;
  /** What waits there for a person. */
  count?: (environment: EnvironmentName) => ReactNode;
}

const list = (place: Place, icon: typeof LinkIcon): Entry => ({
  name: ({ lists }) => lists[place].title,
  icon,
  path: (environment) => paths.list(environment, place),
});

/** The places of an environment, in groups that a line separates. */
const groups: readonly (readonly [Entry, ...Entry[]])[] = [
  [{ name: ({ common }) => common.overview, icon: OverviewIcon, path: paths.overview, isExact: true }],
  [list('links', LinkIcon), list('routings', QrIcon), list('one-time', OneTimeIcon), list('payments', ListIcon)],
  [
    {
      name: ({ callbacks }) => callbacks.title,
      icon: CallbackIcon,
      path: (environment) => paths.callbacks(environment),
      count: (environment) => <ParkedCount environment={environment} />,
    },
  ],
  [{ name: ({ codes }) => codes.title, icon: CodesIcon, path: (environment) => paths.codes(environment) }],
];

interface NavigationProps {
  environment: EnvironmentName | null;
  /** Called when a place is chosen; a drawer closes then. */
  onChoose?: () => void;
}

/** Where one can go inside the environment. */
export function Navigation({ environment, onChoose }: NavigationProps) {
  const words = useWords();
  return (
    <nav className={styles.navigation} aria-label={words.common.mainNavigation}>
      <div className={styles.brand}>
        <Brand />
      </div>
      {environment &&
        groups.map((entries) => (
          <ul key={entries[0].path(environment)} className={styles.group}>
            {entries.map((entry) => (
              <li key={entry.path(environment)}>
                <NavigationLink entry={entry} environment={environment} onChoose={onChoose} />
              </li>
            ))}
          </ul>
        ))}
    </nav>
  );
}

interface NavigationLinkProps {
  entry: Entry;
  environment: EnvironmentName;
  onChoose?: () => void;
}

function NavigationLink({
  entry: { name, icon: Icon, path, isExact, count },
  environment,
  onChoose,
}: NavigationLinkProps) {
  const told = name(useWords());
  return (
    <NavLink to={path(environment)} end={isExact} className={styles.place} onClick={onChoose} title={told}>
      <Icon />
      <span>{told}</span>
      {count?.(environment)}
    </NavLink>
  );
}

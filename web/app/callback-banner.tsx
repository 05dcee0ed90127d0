import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { callbackHealthQuery } from '../api/callbacks.ts';
import { AlertIcon } from '../ui/icons.tsx';
import { useWords } from '../words/words.tsx';
import styles from './callback-banner.module.css';
import { paths } from './paths.ts';
import { useEnvironmentOrNone } from './use-environment.ts';

/** Above every page of an environment while its callbacks may be failing, or destinations need a person. */
export function CallbackBanner() {
  const environment = useEnvironmentOrNone();
  const { callbacks, common, destinations, kinds } = useWords();
  const { data } = useQuery({
    ...callbackHealthQuery(environment?.name ?? 'sandbox'),
    enabled: environment?.permissions.includes('callbacks.read') ?? false,
  });
  if (!environment || !data) return null;
  const stopped = data.destinations.filter(({ pausedReason }) => pausedReason !== null && pausedReason !== 'by_person');
  if (data.silent.length === 0 && stopped.length === 0) return null;
  const silent = data.silent
    .map(({ provider, kind }) => `${common.providers[provider]} · ${kinds[kind].name}`)
    .join(', ');
  return (
    <div className={styles.banner} role="status">
      <AlertIcon />
      <div className={styles.lines}>
        {data.silent.length > 0 && (
          <p>
            <strong>{callbacks.silent.title}</strong> {callbacks.silent.detail(silent)}{' '}
            <Link to={paths.callbacks(environment.name)}>{callbacks.silent.open}</Link>
          </p>
        )}
        {stopped.map(({ id, name, pausedReason, waitingCount }) => (
          <p key={id}>
            <strong>{name}:</strong>{' '}
            {destinations.stopped[pausedReason === 'gone' ? 'gone' : 'keeps_failing'](waitingCount)}{' '}
            <Link to={paths.destinations(environment.name)}>{destinations.title}</Link>
          </p>
        ))}
      </div>
    </div>
  );
}

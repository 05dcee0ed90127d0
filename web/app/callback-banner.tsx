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
  const { callbacks, destinations } = useWords();
  const { data } = useQuery({
    ...callbackHealthQuery(environment?.name ?? 'sandbox'),
    enabled: environment?.permissions.includes('callbacks.read') ?? false,
  });
  if (!environment || !data) return null;
  const stopped = data.destinations.filter(({ pausedReason }) => pausedReason !== null && pausedReason !== 'by_person');
  if (!data.isSilent && stopped.length === 0) return null;
  return (
    <div className={styles.banner} role="status">
      <AlertIcon />
      <div className={styles.lines}>
        {data.isSilent && (
          <p>
            <strong>{callbacks.silent.title}</strong> {callbacks.silent.detail}{' '}
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

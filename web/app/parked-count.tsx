import { useQuery } from '@tanstack/react-query';
import { callbackHealthQuery } from '../api/callbacks.ts';
import type { EnvironmentName } from '../api/keys.ts';
import { formatCount } from '../format/money.ts';
import { useWords } from '../words/words.tsx';
import styles from './navigation.module.css';
import { useEnvironmentOrNone } from './use-environment.ts';

/** How many callbacks are parked and wait for a person; nothing when there are none. */
export function ParkedCount({ environment }: { environment: EnvironmentName }) {
  const { callbacks } = useWords();
  const mayRead = useEnvironmentOrNone()?.permissions.includes('callbacks.read') ?? false;
  const { data } = useQuery({ ...callbackHealthQuery(environment), enabled: mayRead });
  if (!data || data.parkedCount === 0) return null;
  return (
    <span className={styles.count} title={callbacks.parkedCount(data.parkedCount)}>
      {formatCount(data.parkedCount)}
      <span className="visually-hidden"> {callbacks.states.parked}</span>
    </span>
  );
}

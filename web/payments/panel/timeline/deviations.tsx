import { useWords } from '../../../words/words.tsx';
import type { ObservationEntry, Provider } from './entry.ts';
import styles from './observation.module.css';

interface DeviationsProps {
  entry: Pick<ObservationEntry, 'deviations' | 'status'>;
  provider: Provider;
}

/**
 * Where a message differs from its provider's contract: worth a developer's look, nothing to fear for others.
 * Where there was no usable message at all, they say why, and no contract is to blame.
 */
export function Deviations({ entry: { deviations, status }, provider }: DeviationsProps) {
  const { common, payment } = useWords();
  if (status === null) {
    return (
      <p className={styles.noResult} lang="en">
        {deviations.join(' ')}
      </p>
    );
  }
  return (
    <div className={styles.deviations}>
      <p>{payment.timeline.deviates(common.providers[provider])}</p>
      <ul>
        {deviations.map((deviation) => (
          <li key={deviation}>{deviation}</li>
        ))}
      </ul>
    </div>
  );
}

import { useWords } from '../../../../words/words.tsx';
import type { Provider } from './entry.ts';
import styles from './observation.module.css';

/** Where a message differs from its provider's contract: worth a developer's look, nothing to fear for others. */
export function Deviations({ deviations, provider }: { deviations: string[]; provider: Provider }) {
  const { common, link } = useWords();
  return (
    <div className={styles.deviations}>
      <p>{link.timeline.deviates(common.providers[provider])}</p>
      <ul>
        {deviations.map((deviation) => (
          <li key={deviation}>{deviation}</li>
        ))}
      </ul>
    </div>
  );
}

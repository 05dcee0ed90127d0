import { formatClock } from '../format/time.ts';
import { useWords } from '../words/words.tsx';
import { useLive } from './live-provider.tsx';
import styles from './stale-banner.module.css';

/** Lies over the foot of the page while live updates are interrupted; it moves nothing. */
export function StaleBanner() {
  const { common } = useWords();
  const { lostAt } = useLive();
  if (lostAt === null) return null;
  return (
    <div className={styles.banner} role="status">
      <strong>{common.stale.title}</strong> <span>{common.stale.detail(formatClock(lostAt))}</span>
      <button type="button" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </div>
  );
}

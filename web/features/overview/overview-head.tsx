import type { UseQueryResult } from '@tanstack/react-query';
import type { Overview } from '../../api/overview.ts';
import { useLive } from '../../app/live-provider.tsx';
import { formatMinute } from '../../format/time.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { describeProblem } from '../../words/describe-problem.ts';
import { useWords } from '../../words/words.tsx';
import styles from './overview-head.module.css';

/** The title, and how old the figures are; when they could not be read again, that. */
export function OverviewHead({
  overview: { data, error, isPending, refetch },
}: {
  overview: UseQueryResult<Overview>;
}) {
  const words = useWords();
  const { overview, common } = words;
  const isLost = useLive().lostAt !== null;
  return (
    <div className={styles.head}>
      <h1>{overview.title}</h1>
      {isPending && <Skeleton width="160px" />}
      {data && (
        <span className={isLost ? styles.lost : styles.asOf}>
          <time dateTime={data.asOf}>
            {overview.asOf(formatMinute(data.asOf, common.months, Date.parse(data.asOf)))}
          </time>
          {isLost && `, ${overview.notLive}`}
        </span>
      )}
      {data && error && (
        <span className={styles.failed} role="alert">
          {overview.reloadFailed} {describeProblem(words, error).title}.{' '}
          <button type="button" onClick={() => refetch()}>
            {common.retry}
          </button>
        </span>
      )}
    </div>
  );
}

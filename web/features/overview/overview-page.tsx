import { useQuery } from '@tanstack/react-query';
import { overviewQuery } from '../../api/overview.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { ListError } from '../../table/list-message.tsx';
import { useWords } from '../../words/words.tsx';
import { EmptyOverview } from './empty-overview.tsx';
import styles from './overview.module.css';
import { OverviewHead } from './overview-head.tsx';
import { OverviewSections } from './overview-sections.tsx';
import { OverviewSkeleton } from './overview-skeleton.tsx';

/** The first page of an environment: what was paid, what waits for settlement, what needs a person. */
export function OverviewPage() {
  const { common, overview: words } = useWords();
  const { name: environment } = useEnvironment();
  const overview = useQuery(overviewQuery(environment));
  return (
    <main className={styles.page}>
      <title>{`${words.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <OverviewHead overview={overview} />
      {overview.data ? (
        overview.data.recent.length === 0 ? (
          <EmptyOverview />
        ) : (
          <OverviewSections overview={overview.data} />
        )
      ) : overview.isError ? (
        <div className={styles.alone}>
          <ListError error={overview.error} onRetry={() => overview.refetch()} />
        </div>
      ) : (
        <OverviewSkeleton />
      )}
    </main>
  );
}

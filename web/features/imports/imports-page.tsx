import { useQuery } from '@tanstack/react-query';
import { importRunsQuery } from '../../api/import-runs.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Alert } from '../../ui/alert.tsx';
import { BackLink } from '../../ui/back-link.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './imports-page.module.css';
import { RunItem } from './run-item.tsx';
import { StartImport } from './start-import.tsx';
import { useFreshLists } from './use-fresh-lists.ts';

/** Imports of all one-time payments that Fazz made in a range of days: begin one, follow it, stop it and go on. */
export function ImportsPage() {
  const { common, imports: words, lists } = useWords();
  const { name: environment, providers, may } = useEnvironment();
  const mayImport = may('payments.import');
  const runs = useQuery({ ...importRunsQuery(environment), enabled: mayImport });
  const items = runs.data?.items ?? [];
  useFreshLists(environment, items);
  const refusal = !mayImport ? words.mayNot : providers.includes('fazz') ? null : words.noFazz;
  return (
    <main className={styles.page}>
      <title>{`${words.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.list(environment, 'one-time')}>{lists['one-time'].title}</BackLink>
      <h1>{words.title}</h1>
      <p className={styles.explained}>{words.explained}</p>
      {refusal ? (
        <Alert tone="info">{refusal}</Alert>
      ) : (
        <>
          <StartImport environment={environment} isRunning={items.some(({ state }) => state === 'running')} />
          <section aria-label={words.runs} aria-busy={runs.isPending}>
            <h2 className={styles.heading}>{words.runs}</h2>
            {runs.error && <ProblemAlert error={runs.error} title={words.runsFailed} retry={runs} />}
            {runs.isPending && <Skeleton heightPx={96} />}
            {runs.data && items.length === 0 && <p className={styles.empty}>{words.none}</p>}
            <ul>
              {items.map((run) => (
                <RunItem key={run.id} run={run} environment={environment} />
              ))}
            </ul>
          </section>
        </>
      )}
    </main>
  );
}

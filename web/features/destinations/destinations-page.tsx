import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
import { type DestinationWithSecret, destinationsQuery } from '../../api/destinations.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { DestinationItem } from './destination-item.tsx';
import styles from './destinations-page.module.css';

const DestinationDialog = lazy(async () => ({
  default: (await import('./destination-dialog.tsx')).DestinationDialog,
}));
const SecretDialog = lazy(async () => ({ default: (await import('./secret-dialog.tsx')).SecretDialog }));

/** Where callbacks are sent on to. Everybody who may read callbacks sees it; admins change it. */
export function DestinationsPage() {
  const { common, callbacks, destinations: words } = useWords();
  const { name: environment, may } = useEnvironment();
  const { data, error, refetch, isFetching, isPending } = useQuery(destinationsQuery(environment));
  const heading = useRef<HTMLHeadingElement>(null);
  const [isAdding, setIsAdding] = useState(false);
  const [secret, setSecret] = useState<DestinationWithSecret | null>(null);
  return (
    <main className={styles.page}>
      <title>{`${words.title} · ${common.environmentTitles[environment]} · Tautan`}</title>
      <BackLink to={paths.callbacks(environment)}>{callbacks.title}</BackLink>
      <div className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {words.title}
        </h1>
        <Button
          variant="primary"
          disabledReason={may('destinations.manage') ? null : words.mayNot}
          onClick={() => setIsAdding(true)}
          aria-haspopup="dialog"
        >
          {words.add}
        </Button>
      </div>
      <p className={styles.explained}>{words.explained}</p>
      {error && <ProblemAlert error={error} title={words.listFailed} retry={{ isFetching, refetch }} />}
      {isPending && <Skeleton heightPx={120} />}
      {data?.items.length === 0 && <p className={styles.empty}>{words.none}</p>}
      <ul className={styles.list}>
        {data?.items.map((destination) => (
          <DestinationItem
            key={destination.id}
            destination={destination}
            environment={environment}
            onSecret={setSecret}
            heir={heading}
          />
        ))}
      </ul>
      <Suspense fallback={null}>
        {isAdding && (
          <DestinationDialog
            environment={environment}
            destination={null}
            onClose={() => setIsAdding(false)}
            onAdded={setSecret}
          />
        )}
        {secret && <SecretDialog destination={secret} onClose={() => setSecret(null)} />}
      </Suspense>
    </main>
  );
}

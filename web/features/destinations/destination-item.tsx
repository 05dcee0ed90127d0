import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useState } from 'react';
import { Link } from 'react-router';
import {
  type Destination,
  type DestinationWithSecret,
  deleteDestination,
  pauseDestination,
  resumeDestination,
  rotateDestinationSecret,
} from '../../api/destinations.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { paths } from '../../app/paths.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { writeParams } from '../../table/search-params.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { useWords } from '../../words/words.tsx';
import styles from './destinations-page.module.css';

const DestinationDialog = lazy(async () => ({
  default: (await import('./destination-dialog.tsx')).DestinationDialog,
}));
const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

interface DestinationItemProps {
  destination: Destination;
  environment: EnvironmentName;
  onSecret: (destination: DestinationWithSecret) => void;
  /** Gets the focus when the destination is deleted. */
  heir: RefObject<HTMLElement | null>;
}

/** One destination: its state, what waits for it, and what an admin may do with it. */
export function DestinationItem({ destination, environment, onSecret, heir }: DestinationItemProps) {
  const { common, kinds, destinations: words } = useWords();
  const { may } = useEnvironment();
  const [asked, setAsked] = useState<'edit' | 'rotate' | 'remove' | null>(null);
  const place = useFocusHeir<HTMLLIElement>(heir);
  const queryClient = useQueryClient();
  const onSettled = () => {
    void queryClient.invalidateQueries({ queryKey: keys.callbackHealth(environment) });
    return queryClient.invalidateQueries({ queryKey: keys.destinations(environment) });
  };
  const { id, name, url, state, pausedReason, failingSince, waitingCount, lastDeliveredAt, secretChangedAt } =
    destination;
  const isPaused = state === 'paused';
  const switching = useMutation({
    mutationFn: () => (isPaused ? resumeDestination(environment, id) : pauseDestination(environment, id)),
    onSettled,
  });
  const close = () => setAsked(null);
  const whyNot = may('destinations.manage') ? null : words.mayNot;
  const providers = destination.providers?.map((one) => common.providers[one]).join(', ') ?? words.allProviders;
  const about = destination.kinds?.map((kind) => kinds[kind].name).join(', ') ?? words.allKinds;
  return (
    <li className={styles.item} ref={place}>
      <div className={styles.itemHead}>
        <h2>{name}</h2>
        <StatusChip tone={isPaused ? 'amber' : failingSince ? 'red' : 'green'}>
          {isPaused || !failingSince ? words.states[state] : words.failing}
        </StatusChip>
        <span className={styles.acts}>
          <Button size="small" disabledReason={whyNot} onClick={() => setAsked('edit')} aria-haspopup="dialog">
            {words.edit}
          </Button>
          <Button
            size="small"
            busy={switching.isPending}
            disabledReason={whyNot}
            hint={isPaused ? words.resumeHint : words.pauseHint}
            onClick={() => switching.mutate()}
          >
            {isPaused ? words.resume : words.pause}
          </Button>
          <Button size="small" disabledReason={whyNot} onClick={() => setAsked('rotate')} aria-haspopup="dialog">
            {words.rotate}
          </Button>
          <Button
            size="small"
            variant="danger"
            disabledReason={whyNot}
            onClick={() => setAsked('remove')}
            aria-haspopup="dialog"
          >
            {words.remove}
          </Button>
        </span>
      </div>
      <code className={styles.url}>{url}</code>
      {isPaused && pausedReason && <p className={styles.warning}>{words.pausedReasons[pausedReason]}.</p>}
      <p className={styles.quiet}>
        {words.waiting(waitingCount)}
        {' · '}
        {lastDeliveredAt ? (
          <>
            {words.lastDelivered} <Time at={lastDeliveredAt} zone />
          </>
        ) : (
          words.neverDelivered
        )}
        {secretChangedAt && (
          <>
            {' · '}
            {words.secretChanged} <Time at={secretChangedAt} zone />
          </>
        )}
        {failingSince && (
          <span className={styles.failing}>
            {' · '}
            {words.failingSince} <Time at={failingSince} zone />
          </span>
        )}
      </p>
      <p className={styles.quiet}>
        {words.form.providers}: {providers} · {words.form.kinds}: {about} ·{' '}
        <Link
          to={paths.callbacks(environment, writeParams({ delivery: 'failing', destinationId: id }))}
          aria-label={`${words.callbacksFailed}: ${name}`}
        >
          {words.callbacksFailed}
        </Link>
      </p>
      {switching.error && (
        <ProblemAlert
          error={switching.error}
          title={isPaused ? words.problems.resume : words.problems.pause}
          onDismiss={switching.reset}
        />
      )}
      <Suspense fallback={null}>
        {asked === 'edit' && (
          <DestinationDialog environment={environment} destination={destination} onClose={close} onAdded={onSecret} />
        )}
        {asked === 'rotate' && (
          <ConfirmDialog
            title={words.rotation.title(name)}
            happens={words.rotation.happens}
            submit={words.rotation.submit}
            failed={words.problems.rotate}
            variant="primary"
            whenUnknown={words.rotation.unknown}
            act={async () => {
              try {
                onSecret(await rotateDestinationSecret(environment, id));
              } finally {
                void onSettled();
              }
            }}
            onClose={close}
          />
        )}
        {asked === 'remove' && (
          <ConfirmDialog
            title={words.deletion.title(name)}
            happens={words.deletion.happens(waitingCount)}
            submit={words.deletion.submit}
            failed={words.problems.remove}
            variant="danger"
            act={async () => {
              try {
                await deleteDestination(environment, id);
              } finally {
                void onSettled();
              }
            }}
            onClose={close}
          />
        )}
      </Suspense>
    </li>
  );
}

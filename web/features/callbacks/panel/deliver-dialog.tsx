import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { type Callback, deliverCallback } from '../../../api/callbacks.ts';
import { destinationsQuery } from '../../../api/destinations.ts';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import { paths } from '../../../app/paths.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

interface DeliverDialogProps {
  callback: Callback;
  environment: EnvironmentName;
  onClose: () => void;
  /** Called with the name of the destination that has it in its queue now. */
  onQueued: (destination: string) => void;
}

/** Asks where to, and says what will happen there. A refusal is shown here, and it stays open. */
export function DeliverDialog({ callback, environment, onClose, onQueued }: DeliverDialogProps) {
  const { common, callbacks } = useWords();
  const words = callbacks.deliverDialog;
  const queryClient = useQueryClient();
  const destinations = useQuery(destinationsQuery(environment));
  const [picked, setPicked] = useState<string | null>(null);
  const items = destinations.data?.items ?? [];
  const chosen = items.find(({ id }) => id === picked) ?? items.find(({ state }) => state === 'active') ?? items[0];
  const delivering = useMutation({
    mutationFn: (destinationId: string) => deliverCallback(environment, callback.id, destinationId),
    onSuccess: (delivery) => {
      onQueued(delivery.destinationName);
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.callbacks(environment) }),
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.title}
      busy={delivering.isPending}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          {chosen && (
            <Button variant="primary" busy={delivering.isPending} onClick={() => delivering.mutate(chosen.id)}>
              {words.submit}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.dialog}>
        {destinations.isPending && <Skeleton heightPx={64} />}
        {destinations.error && <ProblemAlert error={destinations.error} />}
        {destinations.data && items.length === 0 && (
          <p>
            {words.none} <Link to={paths.destinations(environment)}>{words.toDestinations}</Link>
          </p>
        )}
        {chosen && (
          <>
            <ChoiceField
              label={words.to}
              choices={items.map(({ id, name, url, state }) => ({
                value: id,
                label: name,
                detail: state === 'paused' ? words.paused : url,
              }))}
              input={{ name: 'destination', onChange: ({ target }) => setPicked(target.value) }}
              chosen={chosen.id}
            />
            <p className={styles.hint}>{words.happens}</p>
          </>
        )}
        {delivering.error && <ProblemAlert error={delivering.error} title={callbacks.actions.problems.deliver} />}
      </div>
    </Dialog>
  );
}

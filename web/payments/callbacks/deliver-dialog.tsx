import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { deliverCallback } from '../../api/callbacks.ts';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { DestinationField } from '../destinations/destination-field.tsx';
import { useDestinationChoice } from '../destinations/use-destination-choice.ts';
import styles from './deliver-dialog.module.css';

interface DeliverDialogProps {
  /** Null while it is not known. */
  callbackId: string | null;
  title: string;
  /** Which callback it is, where that cannot be seen beside it. */
  children?: ReactNode;
  environment: EnvironmentName;
  onClose: () => void;
  /** Called with the name of the destination that has it in its queue now. Where it is absent, the dialog stays and tells it. */
  onQueued?: (destination: string) => void;
}

/** Asks where to, and says what will happen there. A refusal is shown here, and it stays open. */
export function DeliverDialog({ callbackId, title, children, environment, onClose, onQueued }: DeliverDialogProps) {
  const { common, callbacks } = useWords();
  const words = callbacks.deliverDialog;
  const queryClient = useQueryClient();
  const choice = useDestinationChoice(environment);
  const { destination } = choice;
  const delivering = useMutation({
    mutationFn: (to: { callbackId: string; destinationId: string }) =>
      deliverCallback(environment, to.callbackId, to.destinationId),
    onSuccess: (delivery) => {
      if (!onQueued) return;
      onQueued(delivery.destinationName);
      onClose();
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.callbacks(environment) }),
  });
  const isDone = delivering.isSuccess && !onQueued;
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      busy={delivering.isPending}
      actions={
        <>
          {/* The key, so that it takes the focus of the button that goes. */}
          <Button key={String(isDone)} autoFocus={isDone} onClick={onClose}>
            {isDone ? common.close : common.cancel}
          </Button>
          {!isDone && (
            <Button
              variant="primary"
              busy={delivering.isPending}
              disabledReason={callbackId === null ? words.noneChosen : choice.whyNot}
              hint={null}
              onClick={() => {
                if (destination && callbackId !== null)
                  delivering.mutate({ callbackId, destinationId: destination.id });
              }}
            >
              {words.submit}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.dialog}>
        {children}
        {!isDone && (
          <>
            <DestinationField choice={choice} environment={environment} label={words.to} />
            <p className={styles.hint}>{words.happens}</p>
          </>
        )}
        <p role="status" className={styles.done}>
          {isDone && callbacks.actions.queued(delivering.data.destinationName)}
        </p>
        {delivering.error && <ProblemAlert error={delivering.error} title={callbacks.actions.problems.deliver} />}
      </div>
    </Dialog>
  );
}

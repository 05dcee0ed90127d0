import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Callback, processCallback } from '../../../api/callbacks.ts';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import { ActionGroup } from '../../../payments/panel/action-group.tsx';
import actions from '../../../payments/panel/payment-actions.module.css';
import { ResendButton, ResendNotes } from '../../../payments/resend/resend-button.tsx';
import { useResend } from '../../../payments/resend/use-resend.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useWords } from '../../../words/words.tsx';

const DeliverDialog = lazy(async () => ({
  default: (await import('../../../payments/callbacks/deliver-dialog.tsx')).DeliverDialog,
}));

interface CallbackActionsProps {
  callback: Callback;
  environment: EnvironmentName;
}

/** What may be done with a callback, and in advance what that will do. What may not is there too, with its reason. */
export function CallbackActions({ callback, environment }: CallbackActionsProps) {
  const { common, callbacks } = useWords();
  const words = callbacks.actions;
  const [isDelivering, setIsDelivering] = useState(false);
  const [queuedAt, setQueuedAt] = useState<string | null>(null);
  const queryClient = useQueryClient();
  const provider = common.providers[callback.provider];
  const { process, deliver, resend } = callback.actions;
  const whyNot = (reason: typeof process.reason) => reason && common.reasons[reason];
  const onSettled = () => queryClient.invalidateQueries({ queryKey: keys.callbacks(environment) });

  const processing = useMutation({ mutationFn: () => processCallback(environment, callback.id), onSettled });
  const resending = useResend(environment);
  const answers = [
    processing.isSuccess && (processing.data.state === 'parked' ? words.stillParked : words.processed),
    resending.isSuccess && words.resendAsked(provider),
    queuedAt && words.queued(queuedAt),
  ].filter(Boolean);
  return (
    <div className={actions.area}>
      <ActionGroup label={words.label}>
        <ResendButton payment={callback.payment} state={resend} resend={resending} />
        <Button
          size="small"
          disabledReason={whyNot(deliver.reason)}
          hint={words.deliverHint}
          onClick={() => setIsDelivering(true)}
          aria-haspopup="dialog"
        >
          {words.deliver}
        </Button>
        {callback.state === 'parked' && (
          <Button
            size="small"
            busy={processing.isPending}
            disabledReason={whyNot(process.reason)}
            hint={words.processHint}
            onClick={() => processing.mutate()}
          >
            {words.process}
          </Button>
        )}
      </ActionGroup>
      <ResendNotes payment={callback.payment} state={resend} resend={resending} />
      <p className={actions.answer} role="status">
        {answers.join(' ')}
      </p>
      {processing.error && (
        <ProblemAlert error={processing.error} title={words.problems.process} onDismiss={processing.reset} />
      )}
      {isDelivering && (
        <Suspense fallback={null}>
          <DeliverDialog
            callbackId={callback.id}
            title={callbacks.deliverDialog.title}
            environment={environment}
            onClose={() => setIsDelivering(false)}
            onQueued={setQueuedAt}
          />
        </Suspense>
      )}
    </div>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { type Callback, processCallback } from '../../../api/callbacks.ts';
import { type EnvironmentName, keys } from '../../../api/keys.ts';
import { resendPaymentCallback, takeAnswer } from '../../../api/payment-actions.ts';
import actions from '../../../payments/panel/payment-actions.module.css';
import { Button } from '../../../ui/button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

const DeliverDialog = lazy(async () => ({ default: (await import('./deliver-dialog.tsx')).DeliverDialog }));

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
  const resending = useMutation({
    mutationFn: (paymentId: string) => resendPaymentCallback(environment, paymentId),
    onSuccess: (answer) => takeAnswer(queryClient, environment, answer),
    // The list stays as it is: what comes is told there as new.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.callback(environment, callback.id) }),
  });
  const resendNow = () => {
    if (callback.paymentId !== null) resending.mutate(callback.paymentId);
  };
  useShortcut('r', () => {
    if (resend.allowed && !resending.isPending) resendNow();
  });
  const answers = [
    processing.isSuccess && (processing.data.state === 'parked' ? words.stillParked : words.processed),
    resending.isSuccess && words.resendAsked(provider),
    queuedAt && words.queued(queuedAt),
  ].filter(Boolean);
  return (
    <div className={actions.area}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons that belong together. */}
      <div className={actions.actions} role="group" aria-label={words.label}>
        {resend.reason !== 'not_offered' && (
          <Button
            size="small"
            busy={resending.isPending}
            disabledReason={whyNot(resend.reason)}
            hint={null}
            onClick={resendNow}
            aria-keyshortcuts="r"
          >
            {words.resend}
          </Button>
        )}
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
      </div>
      {resend.allowed && <p className={styles.hint}>{words.resendHint(provider)}</p>}
      <p className={actions.answer} role="status">
        {answers.join(' ')}
      </p>
      {processing.error && (
        <ProblemAlert error={processing.error} title={words.problems.process} onDismiss={processing.reset} />
      )}
      {resending.error && (
        <ProblemAlert error={resending.error} title={words.problems.resend} onDismiss={resending.reset} />
      )}
      {isDelivering && (
        <Suspense fallback={null}>
          <DeliverDialog
            callback={callback}
            environment={environment}
            onClose={() => setIsDelivering(false)}
            onQueued={setQueuedAt}
          />
        </Suspense>
      )}
    </div>
  );
}

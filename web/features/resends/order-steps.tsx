import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, type RefObject, Suspense, useState } from 'react';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { leftCountOf, type ResendOrder, type ResendStep, stepResendOrder } from '../../api/resends.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useFocusHeir } from '../../ui/use-focus-heir.ts';
import { useWords } from '../../words/words.tsx';
import { secondsLeftOf } from './pace.ts';
import styles from './resends.module.css';

const ConfirmDialog = lazy(async () => ({ default: (await import('../../ui/confirm-dialog.tsx')).ConfirmDialog }));

/** The step that leads on from each state; the server refuses any other. One that has not ended can also be stopped for good. */
const leadingOn = {
  canary: null,
  canary_done: 'continue',
  running: 'pause',
  paused: 'resume',
} as const satisfies Partial<Record<ResendOrder['state'], ResendStep | null>>;

interface OrderStepsProps {
  order: ResendOrder & { state: keyof typeof leadingOn };
  environment: EnvironmentName;
  /** Gets the focus when the order ends and nothing can be done with it any more. */
  heir: RefObject<HTMLElement | null>;
}

export const hasSteps = (order: ResendOrder): order is OrderStepsProps['order'] => order.state in leadingOn;

/** What a person may do with an order that has not ended. Stopping it cannot be undone, so it is asked once more. */
export function OrderSteps({ order, environment, heir }: OrderStepsProps) {
  const { resends } = useWords();
  const { may } = useEnvironment();
  const queryClient = useQueryClient();
  const [isStopping, setIsStopping] = useState(false);
  const place = useFocusHeir<HTMLDivElement>(heir);
  const step = leadingOn[order.state];
  const take = async (next: ResendStep) => {
    try {
      const answer = await stepResendOrder(environment, order.id, next);
      queryClient.setQueryData(keys.resendOrder(environment, order.id), answer);
    } finally {
      // Also after a failure: the order may be elsewhere than this page shows.
      void queryClient.invalidateQueries({ queryKey: keys.resendOrders(environment) });
    }
  };
  const stepping = useMutation({ mutationFn: take });
  const words = resends.steps;
  const whyNot = may('callbacks.resend-many') ? null : resends.mayNot;
  const left = leftCountOf(order);
  const names = { ...words, continue: words.continue(left, resends.duration(secondsLeftOf(order))) };
  return (
    <>
      <div className={styles.steps} ref={place}>
        {/* What leads on stays one button, so that focus is not lost when one step makes way for the next. */}
        {step && (
          <Button
            variant={step === 'pause' ? 'secondary' : 'primary'}
            busy={stepping.isPending && stepping.variables === step}
            disabledReason={whyNot}
            hint={null}
            onClick={() => stepping.mutate(step)}
          >
            {names[step]}
          </Button>
        )}
        <Button disabledReason={whyNot} hint={null} onClick={() => setIsStopping(true)} aria-haspopup="dialog">
          {words.cancel}
        </Button>
      </div>
      {stepping.error && <ProblemAlert error={stepping.error} title={words.failed} onDismiss={stepping.reset} />}
      <Suspense fallback={null}>
        {isStopping && (
          <ConfirmDialog
            title={words.stopping.title}
            happens={words.stopping.happens(left, order.doneCount)}
            submit={words.cancel}
            failed={words.failed}
            variant="danger"
            act={() => take('cancel')}
            onClose={() => setIsStopping(false)}
          />
        )}
      </Suspense>
    </>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { EnvironmentName } from '../../api/keys.ts';
import type { Payment } from '../../api/payments.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { useKindViews } from '../kind-views.tsx';
import { ResendButton, ResendNotes } from '../resend/resend-button.tsx';
import { useResend } from '../resend/use-resend.ts';
import { ActionAnswer, type Queued } from './action-answer.tsx';
import { ActionGroup } from './action-group.tsx';
import { CopyLinkButton } from './copy-link-button.tsx';
import styles from './payment-actions.module.css';
import { SimulateButtons } from './simulation/simulate-buttons.tsx';
import { SimulateRefusal } from './simulation/simulate-refusal.tsx';
import { usePaymentActions } from './use-payment-actions.ts';

const DeliverLatestDialog = lazy(async () => ({
  default: (await import('../callbacks/deliver-latest-dialog.tsx')).DeliverLatestDialog,
}));
const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog.tsx')).DeleteDialog }));

/** What the provider has no call for at all would only be in the way; all else is there, with its reason. */
const isOffered = ({ reason }: Payment['actions']['delete']) => reason !== 'not_offered';

interface PaymentActionsProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** What may be done with a payment. What may not is there too, with its reason; the server decides which is which. */
export function PaymentActions({ payment, environment }: PaymentActionsProps) {
  const { common, kinds, payment: words } = useWords();
  const [isDeleting, setIsDeleting] = useState(false);
  const [isDelivering, setIsDelivering] = useState(false);
  const [queued, setQueued] = useState<Queued | null>(null);
  const { may } = useEnvironment();
  const resend = useResend(environment);
  const { refresh, simulate } = usePaymentActions(payment, environment);
  const view = useKindViews()[payment.kind];
  const provider = common.providers[payment.provider];
  const { actions } = payment;
  const whyNot = (reason: Payment['actions']['delete']['reason']) => reason && common.reasons[reason];
  const whyNotDeliver = may('callbacks.deliver') ? payment.calledBackAt === null && 'no_callback_yet' : 'no_permission';

  return (
    <div className={styles.area}>
      <ActionGroup label={words.actions}>
        <ResendButton payment={payment} state={actions.resendCallback} resend={resend} />
        <Button
          size="small"
          disabledReason={whyNotDeliver ? common.reasons[whyNotDeliver] : null}
          hint={words.deliverHint}
          onClick={() => setIsDelivering(true)}
          aria-haspopup="dialog"
        >
          {words.deliver}
        </Button>
        <Button
          size="small"
          busy={refresh.isPending}
          disabledReason={whyNot(actions.refresh.reason)}
          hint={words.refreshHint(provider)}
          onClick={() => refresh.mutate()}
        >
          {words.refresh}
        </Button>
        {(view.page === 'payer-page' || (view.page && payment.url)) && <CopyLinkButton payment={payment} />}
        {isOffered(actions.delete) && (
          <Button
            size="small"
            variant="danger"
            disabledReason={whyNot(actions.delete.reason)}
            hint={null}
            onClick={() => setIsDeleting(true)}
            aria-haspopup="dialog"
          >
            {kinds[payment.kind].delete}
          </Button>
        )}
        <SimulateButtons payment={payment} environment={environment} simulate={simulate} />
      </ActionGroup>
      <ResendNotes payment={payment} state={actions.resendCallback} resend={resend} />
      <ActionAnswer {...{ payment, environment, resend, queued, refresh, simulate }} />
      {refresh.error && <ProblemAlert error={refresh.error} title={words.problem.refresh} onDismiss={refresh.reset} />}
      <SimulateRefusal payment={payment} simulate={simulate} />
      {isDelivering && (
        <Suspense fallback={null}>
          <DeliverLatestDialog
            paymentId={payment.id}
            environment={environment}
            onClose={() => setIsDelivering(false)}
            onQueued={(destination) => setQueued({ at: Date.now(), destination })}
          />
        </Suspense>
      )}
      {isDeleting && (
        <Suspense fallback={null}>
          <DeleteDialog payment={payment} environment={environment} onClose={() => setIsDeleting(false)} />
        </Suspense>
      )}
    </div>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { EnvironmentName } from '../../api/keys.ts';
import type { Payment } from '../../api/payments.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import { useKindViews } from '../kind-views.tsx';
import { ActionAnswer } from './action-answer.tsx';
import { CopyLinkButton } from './copy-link-button.tsx';
import styles from './payment-actions.module.css';
import { SimulateButtons } from './simulation/simulate-buttons.tsx';
import { SimulateRefusal } from './simulation/simulate-refusal.tsx';
import { usePaymentActions } from './use-payment-actions.ts';

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
  const { resend, refresh, simulate } = usePaymentActions(payment, environment);
  const view = useKindViews()[payment.kind];
  const provider = common.providers[payment.provider];
  const { actions } = payment;
  const whyNot = (reason: Payment['actions']['delete']['reason']) => reason && common.reasons[reason];
  useShortcut('r', () => {
    if (actions.resendCallback.allowed && !resend.isPending) resend.mutate();
  });

  return (
    <div className={styles.area}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons that belong together. */}
      <div className={styles.actions} role="group" aria-label={words.actions}>
        {isOffered(actions.resendCallback) && (
          <Button
            size="small"
            busy={resend.isPending}
            disabledReason={whyNot(actions.resendCallback.reason)}
            hint={words.resendHint(provider)}
            onClick={() => resend.mutate()}
            aria-keyshortcuts="r"
          >
            {words.resend}
          </Button>
        )}
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
      </div>
      <ActionAnswer {...{ payment, environment, resend, refresh, simulate }} />
      {resend.error && <ProblemAlert error={resend.error} title={words.problem.resend} onDismiss={resend.reset} />}
      {refresh.error && <ProblemAlert error={refresh.error} title={words.problem.refresh} onDismiss={refresh.reset} />}
      <SimulateRefusal payment={payment} simulate={simulate} />
      {isDeleting && (
        <Suspense fallback={null}>
          <DeleteDialog payment={payment} environment={environment} onClose={() => setIsDeleting(false)} />
        </Suspense>
      )}
    </div>
  );
}

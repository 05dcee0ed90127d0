import { useQuery } from '@tanstack/react-query';
import type { EnvironmentName } from '../../api/keys.ts';
import { paymentQuery } from '../../api/payments.ts';
import { formatAmountIdr } from '../../format/money.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './resend.module.css';
import type { Resend } from './use-resend.ts';

interface ResendDialogProps {
  paymentId: string;
  environment: EnvironmentName;
  resend: Resend;
  onClose: () => void;
  /** What came of it is told by what lies below: it closes. Else it stays and tells it. */
  isToldBelow: boolean;
  /** Sends from our store instead, where the provider cannot; absent where what lies below offers that. */
  onDeliver?: () => void;
}

/** Says what will happen and that receivers may see it twice, or why it cannot; Enter does it. A refusal is shown here, and it stays open. */
export function ResendDialog(props: ResendDialogProps) {
  const { paymentId, environment, resend, onClose, isToldBelow, onDeliver } = props;
  const { common, payment: words } = useWords();
  const { data: payment, error, isFetching, refetch } = useQuery(paymentQuery(environment, paymentId));
  const provider = payment && common.providers[payment.provider];
  const reason = payment?.actions.resendCallback.reason;
  const whyNot = reason && common.reasons[reason];
  const isDone = resend.isSuccess && !isToldBelow;
  const isOver = isDone || !!whyNot;
  const submit = () => resend.mutate(paymentId, isToldBelow ? { onSuccess: onClose } : {});
  return (
    <Dialog
      open
      onClose={onClose}
      title={words.resendTitle}
      busy={resend.isPending}
      actions={
        <>
          {/* The key, so that it takes the focus of the button that goes. */}
          <Button key={String(isOver)} autoFocus={isOver} onClick={onClose}>
            {isOver ? common.close : common.cancel}
          </Button>
          {whyNot && onDeliver && <Button onClick={onDeliver}>{words.deliver}</Button>}
          {!isOver && (
            <Button
              variant="primary"
              busy={resend.isPending}
              disabledReason={payment ? null : common.loading}
              hint={null}
              autoFocus
              onClick={submit}
            >
              {words.resend}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.dialog}>
        {payment ? (
          <p className={styles.what}>
            {[formatAmountIdr(payment.amountIdr), payment.customerName, payment.reference].filter(Boolean).join(' · ')}
          </p>
        ) : (
          !error && <Skeleton width="260px" />
        )}
        {provider && !isDone && <p>{whyNot ?? words.resendHint(provider)}</p>}
        <p role="status" className={styles.done}>
          {isDone && provider && words.resendAsked(provider)}
        </p>
        {error && <ProblemAlert error={error} title={words.loadFailed} retry={{ isFetching, refetch }} />}
        {resend.error && <ProblemAlert error={resend.error} title={words.problem.resend} />}
      </div>
    </Dialog>
  );
}

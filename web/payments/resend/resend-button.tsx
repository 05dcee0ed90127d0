import { lazy, Suspense, useState } from 'react';
import type { Payment } from '../../api/payments.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useWords } from '../../words/words.tsx';
import styles from './resend.module.css';
import type { Resend } from './use-resend.ts';

const ResendDialog = lazy(async () => ({ default: (await import('./resend-dialog.tsx')).ResendDialog }));

interface ResendButtonProps {
  /** Null of a callback whose payment nobody knows. */
  payment: Pick<Payment, 'id' | 'provider'> | null;
  state: Payment['actions']['resendCallback'];
  resend: Resend;
}

/**
 * Resends at a click, because what that does stands below it (ResendNotes). The key `r` can be hit by accident and far from
 * those words, so it asks first.
 */
export function ResendButton({ payment, state, resend }: ResendButtonProps) {
  const { common, payment: words } = useWords();
  const { name: environment } = useEnvironment();
  const [isAsking, setIsAsking] = useState(false);
  useShortcut('r', () => {
    if (state.allowed && !resend.isPending) {
      resend.reset();
      setIsAsking(true);
    }
  });
  // What the provider has no call for at all would only be in the way.
  if (state.reason === 'not_offered') return null;
  return (
    <>
      <Button
        size="small"
        busy={resend.isPending}
        disabledReason={state.reason && common.reasons[state.reason]}
        hint={null}
        onClick={() => payment && resend.mutate(payment.id)}
        aria-keyshortcuts="r"
      >
        {words.resend}
      </Button>
      {isAsking && payment && (
        <Suspense fallback={null}>
          <ResendDialog
            paymentId={payment.id}
            environment={environment}
            resend={resend}
            onClose={() => setIsAsking(false)}
            isToldBelow
          />
        </Suspense>
      )}
    </>
  );
}

/** In advance what resending will do, and afterwards why it was refused. */
export function ResendNotes({ payment, state, resend }: ResendButtonProps) {
  const { common, payment: words } = useWords();
  return (
    <>
      {state.allowed && payment && (
        <p className={styles.hint}>{words.resendHint(common.providers[payment.provider])}</p>
      )}
      {resend.error && <ProblemAlert error={resend.error} title={words.problem.resend} onDismiss={resend.reset} />}
    </>
  );
}

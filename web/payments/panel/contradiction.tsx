import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EnvironmentName } from '../../api/keys.ts';
import { acknowledgePayment, takeAnswer } from '../../api/payment-actions.ts';
import type { Payment } from '../../api/payments.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { useWords } from '../../words/words.tsx';
import { describeMoment } from './describe-moment.ts';
import styles from './payment-notice.module.css';

interface ContradictionProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** Something was said that contradicts what we believe: a person must look, and say so, before it leaves the list of what needs one. */
export function Contradiction({ payment, environment }: ContradictionProps) {
  const words = useWords();
  const { common } = words;
  const { may } = useEnvironment();
  const queryClient = useQueryClient();
  const acknowledging = useMutation({
    mutationFn: () => acknowledgePayment(environment, payment.id),
    onSuccess: (answer) => takeAnswer(queryClient, environment, answer),
  });
  const { contradicted } = words.payment;
  if (payment.contradictedAt === null) return null;
  return (
    <div className={styles.alert}>
      <Alert tone="warning" title={contradicted.title}>
        <p>{contradicted.detail(describeMoment(words, payment.contradictedAt, { day: null, now: Date.now() }))}</p>
        <Button
          size="small"
          className={styles.acknowledge}
          busy={acknowledging.isPending}
          disabledReason={may('payments.refresh') ? null : common.reasons.no_permission}
          hint={null}
          onClick={() => acknowledging.mutate()}
        >
          {contradicted.acknowledge}
        </Button>
      </Alert>
      {acknowledging.error && <ProblemAlert error={acknowledging.error} title={contradicted.failed} />}
    </div>
  );
}

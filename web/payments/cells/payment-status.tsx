import type { PaymentRow } from '../../api/payments.ts';
import { statusTones } from '../../format/tone.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './payment-status.module.css';

interface PaymentStatusProps {
  payment: Pick<PaymentRow, 'status' | 'late' | 'provider' | 'claimedAt'>;
}

/** The status of a payment as a chip; while its creation is uncertain, or its payment is only claimed by a callback, it says that somebody is asked. */
export function PaymentStatus({ payment: { status, late, provider, claimedAt } }: PaymentStatusProps) {
  const { common } = useWords();
  const isChecking = status === 'creating';
  if (claimedAt !== null && !isChecking && status !== 'paid') {
    return (
      <StatusChip tone="violet" busy>
        <span title={common.claimedMeaning}>{common.claimed}</span>
      </StatusChip>
    );
  }
  return (
    <StatusChip tone={statusTones[status]} busy={isChecking}>
      {isChecking ? (
        <>
          <span className={styles.full}>{common.checkingWith(common.providers[provider])}</span>
          <span className={styles.short}>{common.statuses.creating}</span>
        </>
      ) : late && status === 'paid' ? (
        common.paidLate
      ) : (
        common.statuses[status]
      )}
    </StatusChip>
  );
}

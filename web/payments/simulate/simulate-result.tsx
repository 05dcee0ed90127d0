import type { SimulationResult } from '../../api/payment-actions.ts';
import type { PaymentRow } from '../../api/payments.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useWords } from '../../words/words.tsx';
import { PaymentStatus } from '../cells/payment-status.tsx';
import { CodeMeaning } from '../codes/code-meaning.tsx';
import styles from './simulate-dialog.module.css';

interface SimulateResultProps {
  result: SimulationResult['results'][number];
  /** The payment as it was last heard of: a callback may have come meanwhile. */
  row: PaymentRow;
}

/** What became of one simulated payment: its status as it changes, or why nothing was done. */
export function SimulateResult({ result, row }: SimulateResultProps) {
  const words = useWords();
  const { outcomes } = words.payment.simulation;
  const { outcome, reason, detail, providerCode, payment } = result;
  if (outcome === 'simulated') {
    const latest = payment && payment.version > row.version ? payment : row;
    return (
      <>
        <span>{outcomes.simulated}</span>
        {latest.settlement === 'settled' ? (
          <StatusChip tone="green">{words.payments.settled}</StatusChip>
        ) : (
          <PaymentStatus payment={latest} />
        )}
      </>
    );
  }
  return (
    <div className={styles.failed}>
      {outcomes[outcome]}
      {reason && <small>{words.common.reasons[reason]}</small>}
      {detail && <small>{words.payment.providerSaid(words.common.providers[row.provider], detail)}</small>}
      <CodeMeaning code={providerCode} message={detail} />
    </div>
  );
}

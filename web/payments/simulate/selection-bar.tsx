import { lazy, Suspense, useState } from 'react';
import type { SimulationStep } from '../../api/payment-actions.ts';
import type { PaymentRow } from '../../api/payments.ts';
import { useEnvironment } from '../../app/use-environment.ts';
import { Button } from '../../ui/button.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './selection-bar.module.css';

const SimulateDialog = lazy(async () => ({ default: (await import('./simulate-dialog.tsx')).SimulateDialog }));

interface SelectionBarProps {
  steps: readonly SimulationStep[];
  rows: readonly PaymentRow[];
  onClear: () => void;
}

/** Lies over the foot of the list while rows are chosen: how many, and what can be done with all of them. */
export function SelectionBar({ steps, rows, onClear }: SelectionBarProps) {
  const { payments, payment: words } = useWords();
  const { name: environment } = useEnvironment();
  const [simulated, setSimulated] = useState<{ step: SimulationStep; rows: readonly PaymentRow[] } | null>(null);
  const never = environment === 'production' ? words.simulation.never : null;
  const close = (isDone: boolean) => {
    setSimulated(null);
    if (isDone) onClear();
  };
  return (
    <section className={styles.bar} aria-label={payments.selection.chosen(rows.length)}>
      <strong role="status">{payments.selection.chosen(rows.length)}</strong>
      {steps.map((step) => (
        <Button
          key={step}
          size="small"
          variant="primary"
          disabledReason={never}
          aria-haspopup="dialog"
          onClick={() => setSimulated({ step, rows })}
        >
          {words.simulation[step]}
        </Button>
      ))}
      <Button size="small" variant="plain" onClick={onClear}>
        {payments.selection.clear}
      </Button>
      {simulated && (
        <Suspense fallback={null}>
          <SimulateDialog {...simulated} environment={environment} onClose={close} />
        </Suspense>
      )}
    </section>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type EnvironmentName, keys } from '../../api/keys.ts';
import { type SimulationResult, type SimulationStep, simulatePayments } from '../../api/payment-actions.ts';
import type { PaymentRow } from '../../api/payments.ts';
import { useLive } from '../../app/live-provider.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './simulate-dialog.module.css';
import { SimulateResult } from './simulate-result.tsx';

interface SimulateDialogProps {
  step: SimulationStep;
  rows: readonly PaymentRow[];
  environment: EnvironmentName;
  /** `isDone`: there were results, so the choice has served. */
  onClose: (isDone: boolean) => void;
}

/** Simulates several payments at once, and tells of each by itself what became of it: some may be refused while others pass. */
export function SimulateDialog({ step, rows, environment, onClose }: SimulateDialogProps) {
  const { common, payment: words } = useWords();
  const { simulation } = words;
  const queryClient = useQueryClient();
  const { heard } = useLive();
  const run = useMutation({
    mutationFn: () => simulatePayments(environment, { ids: rows.map(({ id }) => id), step }),
    // Each payment has a new entry in its timeline.
    onSettled: () => queryClient.invalidateQueries({ queryKey: keys.payments(environment) }),
  });
  const results = new Map(run.data?.results.map((result) => [result.id, result]));
  const simulatedCount = run.data?.results.filter(({ outcome }) => outcome === 'simulated').length ?? 0;
  const close = () => onClose(run.data !== undefined);
  return (
    <Dialog
      open
      onClose={close}
      title={simulation.several[step](rows.length)}
      busy={run.isPending}
      widthPx={600}
      actions={
        run.data ? (
          <Button variant="primary" onClick={close}>
            {simulation.done}
          </Button>
        ) : (
          <>
            <Button onClick={close}>{common.cancel}</Button>
            <Button variant="primary" busy={run.isPending} onClick={() => run.mutate()}>
              {simulation[step]}
            </Button>
          </>
        )
      }
    >
      <p className={styles.explained} role="status">
        {run.data ? simulation.summary(simulatedCount, rows.length) : simulation.explained[step]}
      </p>
      {run.error && <ProblemAlert error={run.error} title={simulation.failed} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ul className={styles.rows} tabIndex={0} aria-label={run.data ? simulation.results : undefined}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.who}>
              {row.customerName ?? row.reference}
              {row.customerName && <small>{row.reference}</small>}
            </span>
            <Amount amountIdr={row.amountIdr} />
            <span className={styles.became}>
              {run.isPending && <Spinner />}
              <Became result={results.get(row.id)} row={heard.get(row.id) ?? row} />
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function Became({ result, row }: { result: SimulationResult['results'][number] | undefined; row: PaymentRow }) {
  return result ? <SimulateResult result={result} row={row} /> : null;
}

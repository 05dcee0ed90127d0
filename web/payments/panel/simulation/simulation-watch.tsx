import type { Payment } from '../../../api/payments.ts';
import { ArrowRightIcon } from '../../../ui/icons.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import { useNowUntil } from '../use-now-until.ts';
import styles from './simulation-watch.module.css';
import { watchState } from './watch-state.ts';

/** Follows a simulated payment: simulated, called back, paid, each with its time; and says plainly when the callback does not come. */
export function SimulationWatch({ payment }: { payment: Payment }) {
  const { common, payment: words } = useWords();
  const { simulation } = words;
  const ends = watchState(payment, Date.now())?.awaitedUntil ?? null;
  const now = useNowUntil([ends]);
  const state = watchState(payment, now);
  if (!state) return null;
  const provider = common.providers[payment.provider];
  const { simulatedAt, calledBackAt, paidAt, callback } = state;
  return (
    <div className={`${styles.watch} ${styles[callback]}`} role="status">
      <p className={styles.steps}>
        <span>
          {simulation.simulated} <Time at={simulatedAt} as="clock-second" />
        </span>
        {calledBackAt && (
          <span>
            <ArrowRightIcon size={12} /> {simulation.callback} <Time at={calledBackAt} as="clock-second" />
          </span>
        )}
        {callback === 'awaited' && (
          <span>
            <ArrowRightIcon size={12} /> <Spinner sizePx={11} /> {simulation.waiting}
          </span>
        )}
        {paidAt && (
          <span>
            <ArrowRightIcon size={12} />
            <strong>
              {simulation.paid} <Time at={paidAt} as="clock-second" />
            </strong>
          </span>
        )}
      </p>
      {callback === 'missing' && (
        <>
          <p className={styles.warning}>{simulation.missing}</p>
          <p>
            {payment.actions.resendCallback.allowed
              ? simulation.missingResend(provider)
              : simulation.missingRefresh(provider)}
          </p>
        </>
      )}
    </div>
  );
}

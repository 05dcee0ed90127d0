import { useQuery } from '@tanstack/react-query';
import type { EnvironmentName } from '../../api/keys.ts';
import { type Payment, paymentTimelineQuery } from '../../api/payments.ts';
import { formatClockSecond } from '../../format/time.ts';
import { useWords } from '../../words/words.tsx';
import type { Resend } from '../resend/use-resend.ts';
import styles from './payment-actions.module.css';
import type { Refresh, Simulate } from './use-payment-actions.ts';

/** The destination that got a callback into its queue, and when, in ms. */
export interface Queued {
  at: number;
  destination: string;
}

interface ActionAnswerProps {
  payment: Payment;
  environment: EnvironmentName;
  resend: Resend;
  queued: Queued | null;
  refresh: Refresh;
  simulate: Simulate;
}

/** One quiet line that says what the latest action came to; read out when the reader is free. */
export function ActionAnswer({ payment, environment, resend, queued, refresh, simulate }: ActionAnswerProps) {
  const { common, callbacks, payment: words } = useWords();
  const arrivedAt = useArrival(payment, environment);
  const provider = common.providers[payment.provider];
  const resent = arrivedAt ? words.resendArrived(formatClockSecond(arrivedAt)) : words.resendAsked(provider);
  // A simulated payment is followed by a watch of its own.
  const isSettling = simulate.data?.outcome === 'simulated' && simulate.variables === 'settlement';
  const answers = [
    resend.isSuccess && { at: resend.submittedAt, told: resent },
    queued && { at: queued.at, told: callbacks.actions.queued(queued.destination) },
    refresh.isSuccess && {
      at: refresh.submittedAt,
      told: words.refreshed(provider, formatClockSecond(refresh.submittedAt)),
    },
    isSettling && { at: simulate.submittedAt, told: words.simulation.settling(provider) },
  ].filter((answer) => answer !== false && answer !== null);
  const latest = answers.sort((a, b) => b.at - a.at)[0];
  return (
    <p className={styles.answer} role="status">
      {latest?.told}
    </p>
  );
}

/** When the callback that was asked for last has arrived; null while it has not. */
function useArrival(payment: Payment, environment: EnvironmentName): string | null {
  const { data } = useQuery(paymentTimelineQuery(environment, payment.id));
  const asked = data?.entries.find((entry) => entry.type === 'action' && entry.action === 'resendPaymentCallback');
  return asked?.type === 'action' ? asked.callbackAt : null;
}

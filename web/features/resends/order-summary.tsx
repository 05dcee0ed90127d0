import { Link } from 'react-router';
import type { EnvironmentName } from '../../api/keys.ts';
import { endedCountOf, isSending, type ResendOrder } from '../../api/resends.ts';
import { useDestinationName } from '../../payments/destinations/use-destination-name.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { useWords } from '../../words/words.tsx';
import { secondsLeftOf } from './pace.ts';
import styles from './resends.module.css';
import { selectionOf } from './selection.ts';
import { useFilterSentence } from './use-filter-sentence.ts';

const tones: Record<ResendOrder['state'], Tone> = {
  canary: 'violet',
  canary_done: 'amber',
  running: 'violet',
  paused: 'amber',
  done: 'green',
  cancelled: 'grey',
};

interface OrderSummaryProps {
  order: ResendOrder;
  environment: EnvironmentName;
  /** Where its filter leads to: the order itself, in a list of orders. */
  to?: string;
}

/** One order: what of, how, how far it is, and what became of it. */
export function OrderSummary({ order, environment, to }: OrderSummaryProps) {
  const { resends } = useWords();
  const destination = useDestinationName(environment, order.destinationId);
  const selection = selectionOf(order);
  const filter = useFilterSentence(environment, selection);
  const endedCount = endedCountOf(order);
  const counts = (['done', 'failed', 'unknown', 'skipped', 'cancelled'] as const)
    .map((name) => ({ name, count: order[`${name}Count`] }))
    .filter(({ name, count }) => name === 'done' || count > 0);
  const via = order.via === 'provider' ? resends.via.provider : resends.via[selection.of](destination);
  return (
    <div className={styles.summary}>
      <div className={styles.summaryHead}>
        <h2>{to ? <Link to={to}>{filter}</Link> : filter}</h2>
        <StatusChip tone={tones[order.state]} busy={isSending(order)}>
          {resends.states[order.state]}
        </StatusChip>
      </div>
      <ProgressBar value={endedCount / Math.max(order.count, 1)} label={resends.progressLabel}>
        {resends.progress(endedCount, order.count)}
        {order.state === 'running' && ` · ${resends.left(resends.duration(secondsLeftOf(order)))}`}
      </ProgressBar>
      <p className={styles.counts}>
        {counts.map(({ name, count }) => (
          <span key={name} className={name === 'failed' || name === 'unknown' ? styles.bad : ''}>
            {resends.counts[name](count)}
          </span>
        ))}
      </p>
      {order.pausedReason && <p className={styles.warning}>{resends.pausedReasons[order.pausedReason]}</p>}
      {order.problem && (
        <p className={styles.problem} lang="en">
          {order.problem}
        </p>
      )}
      <p className={styles.quiet}>
        {resends.by(order.orderedBy)}, <Time at={order.createdAt} zone /> · {via} · {resends.perMinute(order.perMinute)}
        {order.endedAt && (
          <>
            {' · '}
            {resends.ended} <Time at={order.endedAt} zone />
          </>
        )}
      </p>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { destinationsQuery } from '../../api/destinations.ts';
import type { EnvironmentName } from '../../api/keys.ts';
import { endedCountOf, isSending, type ResendOrder } from '../../api/resends.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusChip, type Tone } from '../../ui/status-chip.tsx';
import { Time } from '../../ui/time.tsx';
import { useWords } from '../../words/words.tsx';
import { filterSentence } from './filter-sentence.ts';
import { secondsLeftOf } from './pace.ts';
import styles from './resends.module.css';

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
  /** Where its payments lead to: the order itself, in a list of orders. */
  to?: string;
}

/** One order: which payments, how, how far it is, and what became of them. */
export function OrderSummary({ order, environment, to }: OrderSummaryProps) {
  const words = useWords();
  const { resends } = words;
  const destinations = useQuery({ ...destinationsQuery(environment), enabled: order.via === 'destination' }).data;
  const destination = destinations?.items.find(({ id }) => id === order.destinationId);
  const filter = filterSentence(words, order.filter, Date.now());
  const endedCount = endedCountOf(order);
  const counts = (['done', 'failed', 'unknown', 'skipped', 'cancelled'] as const)
    .map((name) => ({ name, count: order[`${name}Count`] }))
    .filter(({ name, count }) => name === 'done' || count > 0);
  const via =
    order.via === 'provider'
      ? resends.via.provider
      : resends.via.destination(destination?.name ?? (destinations ? resends.deletedDestination : '…'));
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

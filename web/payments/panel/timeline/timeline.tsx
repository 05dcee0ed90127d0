import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { EnvironmentName } from '../../../api/keys.ts';
import { type Payment, paymentTimelineQuery } from '../../../api/payments.ts';
import { paths } from '../../../app/paths.ts';
import { writeParams } from '../../../table/search-params.ts';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/words.tsx';
import { useNowUntil } from '../use-now-until.ts';
import { ActionItem } from './action-item.tsx';
import { byDay, describeDay } from './days.ts';
import { awaitedUntil } from './describe-action.ts';
import { ObservationItem } from './observation-item.tsx';
import styles from './timeline.module.css';

interface TimelineProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** What was said and done about a payment, newest first, by days in WIB. */
export function Timeline({ payment, environment }: TimelineProps) {
  const words = useWords();
  const { timeline } = words.payment;
  const { data, error, refetch, isFetching } = useQuery(paymentTimelineQuery(environment, payment.id));
  const entries = data?.entries ?? [];
  const now = useNowUntil(entries.map((entry) => (entry.type === 'action' ? awaitedUntil(entry) : null)));
  return (
    <section className={styles.timeline} aria-label={timeline.title} aria-busy={!data && !error}>
      <header className={styles.head}>
        <h3>
          {timeline.title} <span className={styles.zone}>{timeline.wib}</span>
        </h3>
        {payment.calledBackAt !== null && (
          <Link to={paths.callbacks(environment, writeParams({ paymentId: payment.id }))}>
            {words.callbacks.ofPayment}
          </Link>
        )}
      </header>
      {error && <ProblemAlert error={error} title={timeline.failed} retry={{ isFetching, refetch }} />}
      {!data && !error && <LoadingEntries />}
      {data && entries.length === 0 && <p className={styles.empty}>{timeline.empty}</p>}
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={describeDay(words, day, now)}>
          <h4 className={styles.day}>{describeDay(words, day, now)}</h4>
          <ol>
            {ofDay.map((entry) =>
              entry.type === 'observation' ? (
                <ObservationItem key={`observation ${entry.id}`} entry={entry} about={payment} now={now} />
              ) : (
                <ActionItem key={`action ${entry.id}`} entry={entry} provider={payment.provider} now={now} />
              ),
            )}
          </ol>
        </section>
      ))}
    </section>
  );
}

function LoadingEntries() {
  return (
    <div className={styles.loading}>
      {['150px', '190px', '120px', '170px'].map((width) => (
        <div key={width}>
          <Skeleton width={width} />
          <Skeleton width="220px" heightPx={10} />
        </div>
      ))}
    </div>
  );
}

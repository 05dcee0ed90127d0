import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Link } from 'react-router';
import { callbackHealthQuery } from '../../../api/callbacks.ts';
import type { EnvironmentName } from '../../../api/keys.ts';
import { paths } from '../../../app/paths.ts';
import { formatCount } from '../../../format/money.ts';
import { DisclosureButton } from '../../../payments/panel/disclosure-button.tsx';
import { remember, remembered } from '../../../ui/remembered.ts';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { describeProblem } from '../../../words/describe-problem.ts';
import { useWords } from '../../../words/words.tsx';
import styles from './health.module.css';
import { HealthDetails } from './health-details.tsx';

/** Whether callbacks come in, are understood and go out: one line of figures, the rest behind a small button. */
export function HealthSection({ environment }: { environment: EnvironmentName }) {
  const words = useWords();
  const { health } = words.callbacks;
  const { data, error } = useQuery(callbackHealthQuery(environment));
  const [isOpen, setIsOpen] = useState(remembered('callback-health') === 'open');
  const detailsId = useId();
  const toggle = () => {
    remember('callback-health', isOpen ? null : 'open');
    setIsOpen(!isOpen);
  };
  return (
    <section className={styles.health} aria-label={health.title} aria-busy={!data && !error}>
      {!data &&
        (error ? <p>{`${health.failed}: ${describeProblem(words, error).title}`}</p> : <Skeleton width="70%" />)}
      {data && (
        <>
          <div className={styles.line}>
            <dl className={styles.figures}>
              {data.received.map(({ provider, lastAt, countToday }) => (
                <div key={provider}>
                  <dt>{words.common.providers[provider]}</dt>
                  <dd>
                    {lastAt ? <Time at={lastAt} zone /> : health.never}
                    {lastAt && <small>{` · ${health.today(countToday)}`}</small>}
                  </dd>
                </div>
              ))}
              <div>
                <dt>{health.parked}</dt>
                <dd className={data.parkedCount > 0 ? styles.warns : ''}>
                  {data.parkedCount > 0 ? (
                    <Link to={paths.callbacks(environment, '?state=parked')}>{formatCount(data.parkedCount)}</Link>
                  ) : (
                    health.none
                  )}
                </dd>
              </div>
              {data.unprocessedCount > 0 && (
                <div>
                  <dt>{health.unprocessed}</dt>
                  <dd>{formatCount(data.unprocessedCount)}</dd>
                </div>
              )}
              {data.destinations.length > 0 && (
                <div>
                  <dt>{health.destinationsTitle}</dt>
                  <dd className={styles.warns}>
                    <Link to={paths.destinations(environment)}>
                      {data.destinations.map(({ name }) => name).join(', ')}
                    </Link>
                  </dd>
                </div>
              )}
              <div>
                <dt>{health.due}</dt>
                <dd>{formatCount(data.sweep.reduce((sum, { dueCount }) => sum + dueCount, 0))}</dd>
              </div>
              <div>
                <dt>{health.drift}</dt>
                <dd className={data.drift.length > 0 ? styles.warns : ''}>
                  {data.drift.length > 0 ? health.driftCount(data.drift.length) : health.noDrift}
                </dd>
              </div>
            </dl>
            <DisclosureButton isOpen={isOpen} controls={detailsId} onClick={toggle}>
              {isOpen ? health.less : health.more}
            </DisclosureButton>
          </div>
          <div id={detailsId} hidden={!isOpen}>
            {isOpen && <HealthDetails health={data} environment={environment} />}
          </div>
        </>
      )}
    </section>
  );
}

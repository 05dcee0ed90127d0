import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { CallbackHealth } from '../../../api/callbacks.ts';
import type { EnvironmentName } from '../../../api/keys.ts';
import { paths } from '../../../app/paths.ts';
import { formatCount } from '../../../format/money.ts';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './health.module.css';

interface HealthDetailsProps {
  health: CallbackHealth;
  environment: EnvironmentName;
}

/** The backlog and pace of the checks, drift, tokens, silence, and destinations that need a person. */
export function HealthDetails({ health, environment }: HealthDetailsProps) {
  const { callbacks, common, destinations, kinds } = useWords();
  const words = callbacks.health;
  const name = (provider: 'rem' | 'fazz') => common.providers[provider];
  return (
    <div className={styles.details}>
      <Group title={words.sweep.title}>
        {health.sweep.map(({ provider, dueCount, oldestDueAt, perMinute, slowedUntil }) => (
          <li key={provider}>
            {words.sweep.pace(name(provider), formatCount(dueCount), formatCount(Math.round(perMinute)))}
            {oldestDueAt && (
              <>
                , {words.sweep.oldest} <Time at={oldestDueAt} zone />
              </>
            )}
            {slowedUntil && (
              <span className={styles.warns}>
                , {words.sweep.slowed} <Time at={slowedUntil} as="clock-second" zone />
              </span>
            )}
          </li>
        ))}
      </Group>
      <Group title={words.silenceTitle}>
        {health.silence.length === 0 && <li>{words.noSilence}</li>}
        {health.silence.map(({ provider, kind, hour, foundCount }) => (
          <li key={`${provider} ${kind} ${hour}`}>
            {name(provider)} · {kinds[kind].name}: {words.found(foundCount)} <Time at={hour} zone />
          </li>
        ))}
      </Group>
      <Group title={words.tokensTitle}>
        {health.tokens.map(({ provider, name: token, lastUsedAt }) => (
          <li key={`${provider} ${token}`}>
            {name(provider)}, {words.tokens[token]}:{' '}
            {lastUsedAt ? (
              <>
                {words.lastUsed} <Time at={lastUsedAt} zone />
              </>
            ) : (
              words.neverUsed
            )}
          </li>
        ))}
      </Group>
      <Group title={words.driftTitle}>
        {health.drift.length === 0 && <li>{words.none}</li>}
        {health.drift.map(({ provider, sentence, count, lastAt }) => (
          <li key={`${provider} ${sentence}`}>
            {name(provider)}: <span lang="en">{sentence}</span>{' '}
            <span className={styles.times}>
              {words.times(count)}, {words.last} <Time at={lastAt} zone />
            </span>
          </li>
        ))}
      </Group>
      {health.destinations.length > 0 && (
        <Group title={words.destinationsTitle}>
          {health.destinations.map((destination) => (
            <li key={destination.id}>
              <Link to={paths.destinations(environment)}>{destination.name}</Link>:{' '}
              {destination.state === 'paused'
                ? destinations.pausedReasons[destination.pausedReason ?? 'by_person']
                : destinations.failing}
            </li>
          ))}
        </Group>
      )}
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </div>
  );
}

import { useId, useState } from 'react';
import type { Callback, Delivery, DeliveryAttempt } from '../../../api/callbacks.ts';
import { DisclosureButton } from '../../../payments/panel/disclosure-button.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

const tones = { waiting: 'blue', delivered: 'green', given_up: 'red' } as const;

/** Where it was sent on to, and every attempt. */
export function Deliveries({ callback }: { callback: Callback }) {
  const { callbacks } = useWords();
  return (
    <section className={styles.part} aria-label={callbacks.deliveriesTitle}>
      <h3>{callbacks.deliveriesTitle}</h3>
      {callback.deliveries.length === 0 && <p className={styles.hint}>{callbacks.notSentOn}</p>}
      <ul>
        {callback.deliveries.map((delivery) => (
          <DeliveryItem key={delivery.destinationId} delivery={delivery} />
        ))}
      </ul>
    </section>
  );
}

function DeliveryItem({ delivery }: { delivery: Delivery }) {
  const { callbacks } = useWords();
  const { destinationName, state, isHeld, nextAttemptAt, attempts } = delivery;
  const [isOpen, setIsOpen] = useState(state !== 'delivered');
  const attemptsId = useId();
  const latest = attempts.at(-1);
  const isFailing = state === 'waiting' && latest !== undefined && !isTaken(latest);
  return (
    <li className={styles.delivery}>
      <div className={styles.deliveryHead}>
        <span className={styles.name}>{destinationName}</span>
        {isFailing ? (
          <StatusChip tone="red">{callbacks.deliveries.failing}</StatusChip>
        ) : (
          <StatusChip tone={tones[state]}>{callbacks.deliveryStates[state]}</StatusChip>
        )}
      </div>
      {state === 'waiting' && nextAttemptAt && (
        <p className={styles.hint}>
          {isHeld ? callbacks.held : callbacks.nextAttempt} <Time at={nextAttemptAt} as="second" zone />
        </p>
      )}
      {attempts.length === 0 ? (
        <p className={styles.hint}>{callbacks.noAttempt}</p>
      ) : (
        <>
          <DisclosureButton isOpen={isOpen} controls={attemptsId} onClick={() => setIsOpen(!isOpen)}>
            {callbacks.attempts(attempts.length)}
          </DisclosureButton>
          <ol id={attemptsId} hidden={!isOpen} className={styles.attempts}>
            {attempts.map((attempt) => (
              <AttemptItem key={attempt.at} attempt={attempt} />
            ))}
          </ol>
        </>
      )}
    </li>
  );
}

const isTaken = ({ status }: DeliveryAttempt) => status !== null && status >= 200 && status < 300;

function AttemptItem({ attempt }: { attempt: DeliveryAttempt }) {
  const words = useWords().callbacks.attempt;
  const { at, durationMs, status, error, answer } = attempt;
  return (
    <li>
      <Time at={at} as="second" zone />{' '}
      <span className={isTaken(attempt) ? styles.good : styles.bad}>
        {status === null ? words.unanswered(durationMs) : words.answered(status, durationMs)}
      </span>
      {error && (
        <p className={styles.detail} lang="en">
          {error}
        </p>
      )}
      {answer && (
        <p className={styles.detail}>
          {words.said} <code>{answer}</code>
        </p>
      )}
    </li>
  );
}

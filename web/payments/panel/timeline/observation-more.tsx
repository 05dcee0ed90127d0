import { useId, useState } from 'react';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useEnvironment } from '../../../app/use-environment.ts';
import { formatSecond } from '../../../format/time.ts';
import { useWords } from '../../../words/words.tsx';
import { DisclosureButton } from '../disclosure-button.tsx';
import { describeChange } from './describe-change.ts';
import type { ObservationEntry, Provider } from './entry.ts';
import styles from './observation.module.css';
import { RawMessage } from './raw-message.tsx';

interface ObservationMoreProps {
  entry: ObservationEntry;
  provider: Provider;
  /** ms */
  now: number;
}

type Part = 'changes' | 'message';

/** Behind two small buttons: what changed by an observation, and the message as it arrived. */
export function ObservationMore({ entry, provider, now }: ObservationMoreProps) {
  const words = useWords();
  const { timeline } = words.payment;
  const [open, setOpen] = useState<Part | null>(null);
  const region = useId();
  const name = words.common.providers[provider];
  const { raw, changes, saidAt, callbackId } = entry;
  const { name: environment } = useEnvironment();
  if (raw === null && changes.length === 0 && callbackId === null) return null;
  const toggle = (part: Part) => setOpen(open === part ? null : part);
  const dated = saidAt && words.payment.wib(formatSecond(saidAt, words.common.months, now));
  return (
    <div className={styles.more}>
      {changes.length > 0 && (
        <DisclosureButton isOpen={open === 'changes'} controls={region} onClick={() => toggle('changes')}>
          {timeline.changesTitle(changes.length)}
        </DisclosureButton>
      )}
      {raw !== null && (
        <DisclosureButton isOpen={open === 'message'} controls={region} onClick={() => toggle('message')}>
          {timeline.message}
        </DisclosureButton>
      )}
      {callbackId !== null && (
        <Link className={styles.callback} to={paths.callback(environment, callbackId)}>
          {words.callbacks.openCallback}
        </Link>
      )}
      <div id={region} className={styles.region} hidden={open === null}>
        {open === 'changes' && (
          <ul className={styles.changes}>
            {changes.map((change) => (
              <li key={change.field}>{describeChange(words, change, now)}</li>
            ))}
          </ul>
        )}
        {open !== null && dated && <p className={styles.dated}>{timeline.dates(name, dated)}</p>}
        {open === 'message' && raw !== null && (
          <RawMessage raw={raw} title={timeline.messageTitle(name, formatSecond(entry.at, words.common.months, now))} />
        )}
      </div>
    </div>
  );
}

import { useState } from 'react';
import type { Callback, CallbackDifference } from '../../../api/callbacks.ts';
import { describeValue } from '../../../payments/panel/timeline/describe-change.ts';
import { TextButton } from '../../../ui/text-button.tsx';
import { Time } from '../../../ui/time.tsx';
import { type Catalogue, useWords } from '../../../words/words.tsx';
import styles from './differences.module.css';
import { differingFields, differsFrom } from './differing-fields.ts';

/** Field by field what it says, beside the callback before it and what was read at the provider; first only what differs. */
export function Differences({ callback }: { callback: Callback }) {
  const words = useWords();
  const { differences: said } = words.callbacks;
  const [isAll, setIsAll] = useState(false);
  const { differences: fields, beforeAt, providerReadAt } = callback;
  if (fields.length === 0) return null;
  const differing = differingFields(fields);
  const shown = isAll ? fields : differing;
  const told = compareWords(words, callback, differing.length > 0);
  return (
    <section className={styles.differences} aria-label={said.title}>
      <h3>{said.title}</h3>
      {told && <p className={styles.quiet}>{told}</p>}
      {shown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{said.field}</th>
              <th scope="col">{said.said}</th>
              {beforeAt && <DatedHead at={beforeAt}>{said.before}</DatedHead>}
              {providerReadAt && (
                <DatedHead at={providerReadAt}>{said.provider(words.common.providers[callback.provider])}</DatedHead>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <FieldRow
                key={field.field}
                field={field}
                hasBefore={beforeAt !== null}
                isRead={providerReadAt !== null}
              />
            ))}
          </tbody>
        </table>
      )}
      {differing.length < fields.length && (
        <TextButton className={styles.toggle} onClick={() => setIsAll(!isAll)}>
          {isAll ? said.showDiffering : said.showAll(fields.length)}
        </TextButton>
      )}
    </section>
  );
}

/** What cannot be seen in the table: that nothing differs, and from what; which of the two others is missing. */
function compareWords({ callbacks, common }: Catalogue, callback: Callback, hasDifferences: boolean): string {
  const { same, noneBefore, noneRead, alone } = callbacks.differences;
  const { beforeAt, providerReadAt, verdict } = callback;
  const provider = common.providers[callback.provider];
  // Without a verdict it is parked or waits, and was compared with nothing.
  if (verdict === null) return alone;
  const other = beforeAt && providerReadAt ? 'both' : beforeAt ? 'before' : providerReadAt ? 'provider' : null;
  return [
    other && !hasDifferences && same[other](provider),
    beforeAt === null && noneBefore,
    providerReadAt === null && noneRead(provider),
  ]
    .filter(Boolean)
    .join(' ');
}

function DatedHead({ at, children }: { at: string; children: string }) {
  return (
    <th scope="col">
      {children}
      <small className={styles.at}>
        <Time at={at} as="second" zone />
      </small>
    </th>
  );
}

interface FieldRowProps {
  field: CallbackDifference;
  hasBefore: boolean;
  isRead: boolean;
}

function FieldRow({ field: row, hasBefore, isRead }: FieldRowProps) {
  const words = useWords();
  const { field, said, before, provider } = row;
  const differs = differsFrom(row);
  const tell = (value: CallbackDifference['said']) =>
    value === null ? words.common.none : describeValue(words, field, value, Date.now());
  const other = (value: CallbackDifference['said'], isOther: boolean) => (
    <td className={isOther ? styles.differs : styles.same}>
      {tell(value)}
      {isOther && <span className="visually-hidden"> ({words.callbacks.differences.differs})</span>}
    </td>
  );
  return (
    <tr>
      <th scope="row">{words.payment.timeline.fields[field] ?? field}</th>
      <td>{tell(said)}</td>
      {hasBefore && other(before, differs.before)}
      {isRead && other(provider, differs.provider)}
    </tr>
  );
}

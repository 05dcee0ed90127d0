import { useState } from 'react';
import type { Callback, CallbackDifference } from '../../../api/callbacks.ts';
import { describeValue } from '../../../payments/panel/timeline/describe-change.ts';
import { useWords } from '../../../words/words.tsx';
import styles from './differences.module.css';
import { differingFields, differsFrom, hasOthers } from './differing-fields.ts';

/** Field by field what it says, beside the callback before it and the provider's own word; first only what differs. */
export function Differences({ callback }: { callback: Callback }) {
  const { callbacks, common } = useWords();
  const words = callbacks.differences;
  const [isAll, setIsAll] = useState(false);
  const fields = callback.differences;
  if (fields.length === 0) return null;
  const differing = differingFields(fields);
  const shown = isAll ? fields : differing;
  return (
    <section className={styles.differences} aria-label={words.title}>
      <h3>{words.title}</h3>
      {differing.length === 0 && <p className={styles.quiet}>{hasOthers(fields) ? words.allSame : words.first}</p>}
      {shown.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{words.field}</th>
              <th scope="col">{words.said}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.provider(common.providers[callback.provider])}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((field) => (
              <FieldRow key={field.field} field={field} />
            ))}
          </tbody>
        </table>
      )}
      {differing.length < fields.length && (
        <button type="button" className={styles.toggle} onClick={() => setIsAll(!isAll)}>
          {isAll ? words.showDiffering : words.showAll(fields.length)}
        </button>
      )}
    </section>
  );
}

function FieldRow({ field: row }: { field: CallbackDifference }) {
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
      {other(before, differs.before)}
      {other(provider, differs.provider)}
    </tr>
  );
}

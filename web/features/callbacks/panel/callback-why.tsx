import type { Callback } from '../../../api/callbacks.ts';
import { describeMoment } from '../../../payments/panel/describe-moment.ts';
import { Deviations } from '../../../payments/panel/timeline/deviations.tsx';
import { type Catalogue, useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

/** Why it was parked, applied or not; and where it differs from its provider's contract. */
export function CallbackWhy({ callback }: { callback: Callback }) {
  const words = useWords();
  const { callbacks } = words;
  const tone = callback.state === 'parked' ? styles.parked : callback.verdict === 'contradicts' ? styles.denied : '';
  return (
    <section className={styles.part} aria-label={callbacks.why.title}>
      <div className={`${styles.why} ${callback.verdict === 'claimed' ? styles.claimed : tone}`}>
        <p>{whyWords(words, callback)}</p>
        {callback.parkedDetail && (
          <p className={styles.detail} lang="en">
            {callback.parkedDetail}
          </p>
        )}
      </div>
      {callback.deviations.length > 0 && callback.status !== null && (
        <div className={styles.deviations}>
          <Deviations entry={callback} provider={callback.provider} />
        </div>
      )}
    </section>
  );
}

function whyWords(words: Catalogue, { state, parkedReason, verdict, reason }: Callback): string {
  const { callbacks, payment } = words;
  if (state === 'parked') {
    return parkedReason ? callbacks.parkedDetails[parkedReason] : callbacks.states.parked;
  }
  if (state === 'received' || verdict === null) return callbacks.why.waiting;
  if (reason === null) return callbacks.why[verdict];
  const { whyNot, subjects } = payment.timeline;
  const at = reason.at && describeMoment(words, reason.at, { day: null, now: Date.now() });
  return whyNot[reason.code](subjects.callback, at);
}

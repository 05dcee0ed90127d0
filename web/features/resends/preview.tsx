import { formatCount } from '../../format/money.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './resends.module.css';
import type { PreviewState } from './use-resend-preview.ts';

interface PreviewProps {
  preview: PreviewState;
  /** False while something is missing that decides what is counted. */
  isComplete: boolean;
}

/** The exact count, what is left out and why, and how long it takes. Figures of what was chosen before are dim. */
export function Preview({ preview, isComplete }: PreviewProps) {
  const { common, resends } = useWords();
  const words = resends.create;
  const { figures, isCurrent, error } = preview;
  const isShown = isComplete && error === null;
  return (
    <div role="status" aria-busy={isShown && !isCurrent} className={isShown ? styles.preview : ''}>
      {isComplete && error && <ProblemAlert error={error} title={words.previewFailed} retry={preview} />}
      {isShown && !isCurrent && (
        <p className={styles.counting}>
          <Spinner /> {words.counting}
        </p>
      )}
      {isShown && figures && (
        <div className={isCurrent ? '' : styles.stale}>
          <p className={styles.count}>
            {figures.count === 0
              ? words.nothing
              : words.count(figures.count, resends.duration(figures.durationSeconds))}
          </p>
          {figures.isTooMany && <p className={styles.warning}>{common.reasons.too_many_items}</p>}
          {figures.skipped.length > 0 && (
            <>
              <p className={styles.quiet}>{words.skipped}</p>
              <ul className={styles.quiet}>
                {figures.skipped.map(({ reason, count }) => (
                  <li key={reason}>
                    {formatCount(count)}: {common.reasons[reason]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </div>
  );
}

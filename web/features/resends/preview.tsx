import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { EnvironmentName } from '../../api/keys.ts';
import { keys } from '../../api/keys.ts';
import { previewResendOrder, type ResendOrderInput } from '../../api/resends.ts';
import { formatCount } from '../../format/money.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './resends.module.css';

interface PreviewProps {
  environment: EnvironmentName;
  /** Null while something is missing. */
  input: ResendOrderInput | null;
}

/** The exact count, what is left out and why, and how long it takes; follows what is chosen. */
export function Preview({ environment, input }: PreviewProps) {
  const { common, resends } = useWords();
  const words = resends.create;
  const { data, error, isFetching } = useQuery({
    queryKey: keys.resendPreview(environment, input),
    queryFn: () => (input ? previewResendOrder(environment, input) : null),
    enabled: input !== null,
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.preview} role="status" aria-busy={isFetching}>
      {error && <ProblemAlert error={error} title={words.previewFailed} />}
      {!data && !error && input && (
        <p>
          <Spinner /> {words.counting}
        </p>
      )}
      {data && !error && (
        <>
          <p className={styles.count}>
            {data.count === 0 ? words.nothing : words.count(data.count, resends.duration(data.durationSeconds))}
          </p>
          {data.skipped.length > 0 && (
            <>
              <p className={styles.quiet}>{words.skipped}</p>
              <ul className={styles.quiet}>
                {data.skipped.map(({ reason, count }) => (
                  <li key={reason}>
                    {formatCount(count)}: {common.reasons[reason]}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}

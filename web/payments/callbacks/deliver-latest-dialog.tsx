import { useQuery } from '@tanstack/react-query';
import { latestCallbackQuery } from '../../api/callbacks.ts';
import type { EnvironmentName } from '../../api/keys.ts';
import { formatSecond } from '../../format/time.ts';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './deliver-dialog.module.css';
import { DeliverDialog } from './deliver-dialog.tsx';
import { saysWords } from './says-words.ts';

interface DeliverLatestDialogProps {
  paymentId: string;
  environment: EnvironmentName;
  onClose: () => void;
  /** Called with the name of the destination that has it in its queue now; absent where nothing below tells that. */
  onQueued?: (destination: string) => void;
}

/** Sends the latest callback about a payment to a destination, and says which one that is. */
export function DeliverLatestDialog({ paymentId, ...rest }: DeliverLatestDialogProps) {
  const words = useWords();
  const { deliverDialog, noStatus } = words.callbacks;
  const { data, error, isFetching, refetch } = useQuery({
    ...latestCallbackQuery(rest.environment, paymentId),
    // Another one may have arrived since it was asked for last.
    staleTime: 0,
  });
  const latest = data?.callback;
  const at = latest && words.payment.wib(formatSecond(latest.receivedAt, words.common.months, Date.now()));
  return (
    <DeliverDialog {...rest} callbackId={latest?.id ?? null} title={deliverDialog.latestTitle}>
      {error && <ProblemAlert error={error} title={deliverDialog.latestFailed} retry={{ isFetching, refetch }} />}
      {!data && !error && <Skeleton width="260px" />}
      {data?.reason && <p>{words.common.reasons[data.reason]}</p>}
      {latest && at && <p className={styles.which}>{deliverDialog.latest(saysWords(words, latest) ?? noStatus, at)}</p>}
    </DeliverDialog>
  );
}

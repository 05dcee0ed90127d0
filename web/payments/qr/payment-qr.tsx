import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { EnvironmentName } from '../../api/keys.ts';
import { type Payment, paymentQrQuery } from '../../api/payments.ts';
import { formatAmountIdr } from '../../format/money.ts';
import { formatMinute } from '../../format/time.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon, DownloadIcon, PrintIcon, QrIcon } from '../../ui/icons.tsx';
import { ProblemAlert } from '../../ui/problem-alert.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { describeOver } from '../share/describe-over.ts';
import { type PayState, payStateOf } from '../share/pay-state.ts';
import { formatCountdown, useRemainingMs } from './countdown.ts';
import styles from './payment-qr.module.css';
import { endingOf, saveFile } from './save-file.ts';

interface PaymentQrProps {
  payment: Pick<Payment, 'id' | 'kind' | 'reference' | 'status' | 'amountIdr' | 'expiresAt'>;
  environment: EnvironmentName;
}

/** The last minute is told in another colour. */
const lastMs = 60_000;

/**
 * The QRIS code that a customer pays with, as its provider draws it, with the time that is left. In its place, once it cannot be
 * paid with any more, stands why: a code that looks alive would be scanned.
 */
export function PaymentQr({ payment, environment }: PaymentQrProps) {
  const { share } = useWords();
  const leftMs = useRemainingMs(payment.expiresAt);
  const state = payStateOf(payment, leftMs);
  return (
    <section className={styles.qr} aria-label={share.qris}>
      {state === 'payable' ? (
        <LivingQr payment={payment} environment={environment} leftMs={leftMs} />
      ) : (
        <EndedQr state={state} expiresAt={payment.expiresAt} />
      )}
    </section>
  );
}

/** In the place of a code that cannot be paid with any more. */
function EndedQr({ state, expiresAt }: { state: Exclude<PayState, 'payable'>; expiresAt: string | null }) {
  const { title, detail } = describeOver(useWords(), state, expiresAt);
  return (
    <div className={`${styles.code} ${styles.ended} ${state === 'paid' ? styles.paid : ''}`} role="status">
      {state === 'paid' ? <CheckIcon size={28} /> : <QrIcon size={28} />}
      <strong>{title}</strong>
      <span>{detail}</span>
    </div>
  );
}

/** To be scanned from the screen, kept as a file or printed; printed it stands alone with amount, reference and end. */
function LivingQr({ payment, environment, leftMs }: PaymentQrProps & { leftMs: number | null }) {
  const { share, common } = useWords();
  const { id, reference, amountIdr, expiresAt } = payment;
  const { data: image, error, isFetching, refetch } = useQuery(paymentQrQuery(environment, id));
  const amount = formatAmountIdr(amountIdr);
  const countdown = leftMs === null ? null : formatCountdown(leftMs);
  const notLoaded = share.qrisNotLoaded;
  return (
    <>
      <div className={styles.sheet} data-print-alone>
        <div className={styles.code}>
          {image && <Picture file={image} label={share.qrisOf(amount)} />}
          {!image && !error && <Skeleton heightPx={306} />}
          {!image && error && <ProblemAlert error={error} title={share.qrisFailed} retry={{ isFetching, refetch }} />}
        </div>
        <p className={styles.amount}>{amount}</p>
        <p className={styles.reference}>
          {share.qrisReference} <code>{reference}</code>
        </p>
        <p className={styles.end}>
          {countdown && leftMs !== null && (
            <span className={`${styles.left} ${leftMs <= lastMs ? styles.last : ''}`} role="timer" aria-live="off">
              {share.qrisLeft(countdown)}
            </span>
          )}
          {expiresAt && (
            <span className={styles.until}>{share.until(formatMinute(expiresAt, common.months, Date.now()))}</span>
          )}
        </p>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<DownloadIcon size={14} />}
          disabledReason={image ? null : notLoaded}
          hint={null}
          onClick={() => image && saveFile(image, `${share.fileName(reference)}.${endingOf(image.type)}`)}
        >
          {share.download}
        </Button>
        <Button
          size="small"
          icon={<PrintIcon size={14} />}
          disabledReason={image ? null : notLoaded}
          hint={null}
          onClick={() => window.print()}
        >
          {share.print}
        </Button>
      </div>
    </>
  );
}

/** An image out of the browser's memory, whose address is given up with it. */
function Picture({ file, label }: { file: Blob; label: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address === '' ? null : <img className={styles.image} src={address} alt={label} />;
}

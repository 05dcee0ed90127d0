import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useNavigate } from 'react-router';
import type { EnvironmentName } from '../api/keys.ts';
import { type Payment, paymentQuery } from '../api/payments.ts';
import { paths, placeOf } from '../app/paths.ts';
import { formatMinute } from '../format/time.ts';
import { PaymentStatus } from '../payments/cells/payment-status.tsx';
import { PaymentNotice } from '../payments/panel/payment-notice.tsx';
import { HandOver } from '../payments/share/hand-over.tsx';
import { Amount } from '../ui/amount.tsx';
import { Button } from '../ui/button.tsx';
import { Copyable } from '../ui/copyable.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { useLanguage, useWords } from '../words/words.tsx';
import type { CreateKind } from './create-kind.ts';
import styles from './created-payment.module.css';

/** How often to ask while the outcome is open, in case the live stream is interrupted. */
const askEveryMs = 3_000;

interface CreatedPaymentProps<Form extends FieldValues, Input extends object> {
  kind: CreateKind<Form, Input>;
  created: Payment;
  environment: EnvironmentName;
  /** Begins a new, empty form. */
  onAnother: () => void;
  /** Goes back to the form as it was sent. */
  onAgain: () => void;
}

/** What came of it: the payment itself, ready to hand over; or that it is being checked, which resolves by itself. */
export function CreatedPayment<Form extends FieldValues, Input extends object>({
  kind,
  created,
  environment,
  onAnother,
  onAgain,
}: CreatedPaymentProps<Form, Input>) {
  const words = useWords();
  const { language } = useLanguage();
  const own = kind.words(words);
  const { result } = words.create;
  const navigate = useNavigate();
  const { data: payment = created } = useQuery({
    ...paymentQuery(environment, created.id),
    refetchInterval: ({ state }) => ((state.data ?? created).status === 'creating' ? askEveryMs : false),
  });
  const provider = words.common.providers[payment.provider];
  const hasFailed = payment.status === 'failed' && payment.failure?.code !== 'payment_failed';
  const isChecking = payment.status === 'creating';
  const who = [payment.customerName, payment.description, payment.partnerUserId].filter(Boolean).join(' · ');
  // A QR code stands beside its own end.
  const until =
    payment.expiresAt && !payment.hasQr && !isChecking && !hasFailed
      ? words.share.until(formatMinute(payment.expiresAt, words.common.months, Date.now()))
      : null;
  const sentTo = kind.sentTo?.(words, language, payment);
  const title = isChecking ? result.creating(provider) : hasFailed ? own.result.failed : own.result.created;
  return (
    <div className={styles.result}>
      <Title isChecking={isChecking}>{title}</Title>
      {who && <p className={styles.who}>{who}</p>}
      <p className={styles.amount}>
        <Amount amountIdr={payment.amountIdr} size="panel" />
        {!isChecking && <PaymentStatus payment={payment} />}
      </p>
      <p className={styles.reference}>
        <span>
          {result.reference} <Copyable value={payment.reference} what={result.copyReference} />
        </span>
        {until && <span>{until}</span>}
      </p>
      {isChecking && <p className={styles.checking}>{own.result.creatingDetail(provider)}</p>}
      {hasFailed && <PaymentNotice payment={payment} />}
      {!isChecking && !hasFailed && (
        <>
          {sentTo && <p className={styles.who}>{sentTo}</p>}
          <HandOver payment={payment} environment={environment} />
        </>
      )}
      <div className={styles.buttons}>
        <Button onClick={() => navigate(paths.payment(environment, placeOf[payment.kind], payment.id))}>
          {result.open}
        </Button>
        {hasFailed && (
          <Button variant="primary" onClick={onAgain}>
            {result.again}
          </Button>
        )}
        {!isChecking && <Button onClick={onAnother}>{result.another}</Button>}
      </div>
    </div>
  );
}

/** Takes focus, so that the outcome is the first thing that is read, and read again when it changes. */
function Title({ isChecking, children }: { isChecking: boolean; children: ReactNode }) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  return (
    <h1 ref={title} tabIndex={-1} className={styles.title} aria-live="polite">
      {isChecking && <Spinner sizePx={16} />} {children}
    </h1>
  );
}

import type { EnvironmentName } from '../../api/keys.ts';
import type { Payment } from '../../api/payments.ts';
import { Alert } from '../../ui/alert.tsx';
import { useWords } from '../../words/words.tsx';
import { useRemainingMs } from '../qr/countdown.ts';
import { PayerPageQr } from '../qr/payer-page-qr.tsx';
import { PaymentQr } from '../qr/payment-qr.tsx';
import { CustomerMessage } from './customer-message.tsx';
import { describeOver } from './describe-over.ts';
import styles from './hand-over.module.css';
import { payBy } from './pay-by.ts';
import { payStateOf } from './pay-state.ts';
import { PayWith } from './pay-with.tsx';

interface HandOverProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** A payment ready to hand to the customer: what to pay with, large and to copy, and a message that says so; or that it is over. */
export function HandOver({ payment, environment }: HandOverProps) {
  const words = useWords();
  const leftMs = useRemainingMs(payment.expiresAt);
  const by = payBy(payment);
  const state = payStateOf(payment, leftMs);
  if (by === null) return null;
  if (state !== 'payable') {
    const { title, detail } = describeOver(words, state, payment.expiresAt);
    return (
      <div className={styles.handOver}>
        {by.way === 'qr' ? (
          <PaymentQr payment={payment} environment={environment} />
        ) : (
          <Alert tone={state === 'paid' ? 'success' : 'info'} title={title}>
            {detail}
          </Alert>
        )}
      </div>
    );
  }
  return (
    <div className={styles.handOver}>
      <PayWith by={by} isMainAct />
      <div className={`${styles.parts} ${styles[by.way]}`}>
        {by.way === 'page' && <PayerPageQr url={by.url} reference={payment.reference} />}
        {by.way === 'qr' && <PaymentQr payment={payment} environment={environment} />}
        <CustomerMessage payment={{ ...payment, by }} />
      </div>
    </div>
  );
}

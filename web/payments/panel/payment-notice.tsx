import type { ReactNode } from 'react';
import type { Payment } from '../../api/payments.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import { CodeMeaning } from '../codes/code-meaning.tsx';
import styles from './payment-notice.module.css';

type Code = NonNullable<Payment['failure']>['code'];

function failureWords({ kinds, payment: words }: Catalogue, kind: Payment['kind'], code: Code, provider: string) {
  const sentences: Record<Code, string> = {
    declined: kinds[kind].declined(provider),
    not_created: kinds[kind].notCreated(provider),
    unavailable: words.unavailable(provider),
    payment_failed: words.paymentFailed,
  };
  return sentences[code];
}

/** What the status alone does not tell: what "checking" means, why it failed, that the money came late. */
export function PaymentNotice({ payment }: { payment: Payment }) {
  const words = useWords();
  const provider = words.common.providers[payment.provider];
  const { creating, deleting } = words.kinds[payment.kind];
  if (payment.status === 'creating') return <Checking>{creating(provider)}</Checking>;
  if (payment.actions.delete.reason === 'being_deleted') return <Checking>{deleting(provider)}</Checking>;
  if (payment.claimedAt !== null) return <Checking>{words.common.claimedMeaning}.</Checking>;
  if (payment.failure && payment.status === 'failed') {
    const { code, detail, providerCode } = payment.failure;
    return (
      <div className={`${styles.notice} ${styles.failed}`}>
        <p>{failureWords(words, payment.kind, code, provider)}</p>
        {detail && <p className={styles.quote}>{words.payment.providerSaid(provider, detail)}</p>}
        <CodeMeaning code={providerCode} message={detail} />
      </div>
    );
  }
  return payment.late ? <p className={`${styles.notice} ${styles.late}`}>{words.payment.late}</p> : null;
}

function Checking({ children }: { children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles.checking}`} role="status">
      <Spinner sizePx={12} />
      <p>{children}</p>
    </div>
  );
}

import { Link } from 'react-router';
import type { Callback } from '../../../api/callbacks.ts';
import type { EnvironmentName } from '../../../api/keys.ts';
import { paths, placeOf } from '../../../app/paths.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { PaymentStatus } from '../../../payments/cells/payment-status.tsx';
import { Fact } from '../../../payments/panel/fact.tsx';
import { Copyable } from '../../../ui/copyable.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './callback-panel.module.css';

interface CallbackFactsProps {
  callback: Callback;
  environment: EnvironmentName;
}

/** Which payment it is about, and what else it states of itself. */
export function CallbackFacts({ callback, environment }: CallbackFactsProps) {
  const { callbacks, common, payment: paymentWords } = useWords();
  const words = callbacks.panel;
  const { payment, reference, providerStatus, settlement, sourceAddress } = callback;
  return (
    <dl className={styles.facts} aria-label={words.details}>
      <Fact name={words.payment}>
        {payment ? (
          <span className={styles.payment}>
            <Link to={paths.payment(environment, placeOf[payment.kind], payment.id)}>
              {[payment.customerName ?? payment.reference, formatAmountIdr(payment.amountIdr)].join(' · ')}
            </Link>
            <PaymentStatus payment={payment} />
          </span>
        ) : (
          <span className={styles.none}>{words.paymentNone}</span>
        )}
      </Fact>
      {reference && (
        <Fact name={words.reference}>
          <Copyable value={reference} what={paymentWords.copyWhat.reference} />
        </Fact>
      )}
      {providerStatus && (
        <Fact name={words.providerStatus(common.providers[callback.provider])}>“{providerStatus}”</Fact>
      )}
      {settlement && settlement !== 'none' && <Fact name={words.settlement}>{common.settlements[settlement]}</Fact>}
      <Fact name={words.from}>{sourceAddress ?? words.fromUnknown}</Fact>
    </dl>
  );
}

import { lazy, Suspense, useState } from 'react';
import type { EnvironmentName } from '../../api/keys.ts';
import type { Payment } from '../../api/payments.ts';
import { Button } from '../../ui/button.tsx';
import { SendIcon } from '../../ui/icons.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import { payBy } from '../share/pay-by.ts';
import { payStateOf } from '../share/pay-state.ts';
import { PayWith } from '../share/pay-with.tsx';
import styles from './pay-part.module.css';

const PaymentQr = lazy(async () => ({ default: (await import('../qr/payment-qr.tsx')).PaymentQr }));
const ShareDialog = lazy(async () => ({ default: (await import('../share/share-dialog.tsx')).ShareDialog }));

interface PayPartProps {
  payment: Payment;
  environment: EnvironmentName;
}

/** What the customer pays with, while it can be paid: the QR code, account number, payment code or wallet; a page is a fact among the others. */
export function PayPart({ payment, environment }: PayPartProps) {
  const { share } = useWords();
  const [isSharing, setIsSharing] = useState(false);
  const by = payBy(payment);
  if (by === null || by.way === 'page' || payStateOf(payment, null) !== 'payable') return null;
  return (
    <section className={styles.part} aria-label={share.payWith}>
      {by.way === 'qr' ? (
        <Suspense fallback={<Skeleton heightPx={320} />}>
          <PaymentQr payment={payment} environment={environment} />
        </Suspense>
      ) : (
        <PayWith by={by} />
      )}
      <div>
        <Button size="small" icon={<SendIcon size={14} />} aria-haspopup="dialog" onClick={() => setIsSharing(true)}>
          {share.message}
        </Button>
      </div>
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog payment={payment} onClose={() => setIsSharing(false)} />
        </Suspense>
      )}
    </section>
  );
}

import type { Payment } from '../../api/payments.ts';
import { Alert } from '../../ui/alert.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useWords } from '../../words/words.tsx';
import { PayerPageQr } from '../qr/payer-page-qr.tsx';
import { CustomerMessage } from './customer-message.tsx';
import { payBy } from './pay-by.ts';
import { payStateOf } from './pay-state.ts';
import styles from './share-dialog.module.css';

interface ShareDialogProps {
  payment: Payment;
  onClose: () => void;
}

/** The payment ready to hand over: as a message, and its page as a QR code too. */
export function ShareDialog({ payment, onClose }: ShareDialogProps) {
  const { share } = useWords();
  const by = payBy(payment);
  return (
    <Dialog open onClose={onClose} title={share.title} widthPx={640}>
      {payStateOf(payment, null) !== 'payable' && <Alert tone="warning">{share.ended}</Alert>}
      {by && (
        <div className={by.way === 'page' ? styles.parts : undefined}>
          {by.way === 'page' && <PayerPageQr url={by.url} reference={payment.reference} />}
          <CustomerMessage payment={{ ...payment, by }} />
        </div>
      )}
    </Dialog>
  );
}

import { channelName } from '../../../openapi/rules/channels.ts';
import type { PaymentRow } from '../../api/payments.ts';
import { Time } from '../../ui/time.tsx';
import { type Catalogue, useWords } from '../../words/words.tsx';
import styles from './payment-cells.module.css';

/** How a payment is paid, short: `VA BCA`, `OVO`, `QRIS`; null while nothing is chosen. */
export function methodWords(
  { method, channel }: Pick<PaymentRow, 'method' | 'channel'>,
  { common }: Catalogue,
): string | null {
  if (!method) return null;
  const short = common.methodsShort[method];
  if (!channel) return short;
  if (method === 'ewallet' || method === 'retail_outlet') return channelName(channel);
  return method === 'qris' ? short : `${short} ${channelName(channel)}`;
}

interface PayerCellProps {
  payment: PaymentRow;
  /** Several kinds stand in the list; where the column of kinds gives way, this cell tells the kind. */
  namesKind: boolean;
}

/** Who pays, for what and how. Without a name the reference stands for it; a wide table has the rest in columns. */
export function PayerCell({ payment, namesKind }: PayerCellProps) {
  const words = useWords();
  const purpose = payment.customerName ? (payment.description ?? payment.reference) : payment.description;
  const narrow = [namesKind ? words.kinds[payment.kind].short : null, howWords(payment, words)].filter(Boolean);
  return (
    <>
      <span className={`${styles.first} ${payment.customerName ? '' : styles.reference}`}>
        {payment.customerName ?? payment.reference}
      </span>
      {(purpose || narrow.length > 0) && (
        <small className={`${styles.second} ${purpose ? '' : styles.narrow}`}>
          {purpose}
          {narrow.length > 0 && (
            <span className={styles.narrow}>
              {purpose && ' · '}
              {narrow.join(' · ')}
            </span>
          )}
        </small>
      )}
    </>
  );
}

/** Of a routing, which is always paid by QRIS, the bank or wallet that it was paid from; of others how they are paid. */
function howWords(payment: PaymentRow, words: Catalogue): string | null {
  if (payment.kind !== 'routing') return methodWords(payment, words);
  return payment.channel && channelName(payment.channel);
}

/** What sort of payment it is. */
export function KindCell({ payment }: { payment: PaymentRow }) {
  return <span className={styles.quiet}>{useWords().kinds[payment.kind].short}</span>;
}

/** How it is paid, once that is chosen. */
export function MethodCell({ payment }: { payment: PaymentRow }) {
  const words = useWords();
  const method = methodWords(payment, words);
  return method ?? <span className={styles.none}>{words.common.none}</span>;
}

/** The bank or wallet that the money came from, once that is known. */
export function ChannelCell({ payment }: { payment: PaymentRow }) {
  const { common } = useWords();
  return payment.channel ? channelName(payment.channel) : <span className={styles.none}>{common.none}</span>;
}

/** Until when it can be paid; of what is paid or ended that matters no more. */
export function ExpiryCell({ payment }: { payment: PaymentRow }) {
  const { common } = useWords();
  const isLiving = ['open', 'awaiting_payment', 'processing'].includes(payment.status);
  if (!payment.expiresAt || !isLiving) return <span className={styles.none}>{common.none}</span>;
  return <Time at={payment.expiresAt} />;
}

/** When the money reaches the merchant: the hour while it is on its way, a word once it is there. */
export function SettlementCell({ payment }: { payment: PaymentRow }) {
  const { common, payments } = useWords();
  if (payment.settlement === 'settled') return <span className={styles.settled}>{payments.settled}</span>;
  if (payment.settlement === 'none') return <span className={styles.none}>{common.none}</span>;
  return (
    <span className={styles.settling}>{payment.settlesAt ? <Time at={payment.settlesAt} /> : payments.settling}</span>
  );
}

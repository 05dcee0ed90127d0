import type { PaymentRow } from '../../api/payments.ts';
import { Amount } from '../../ui/amount.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Time } from '../../ui/time.tsx';
import { useWords } from '../../words/words.tsx';
import { PaymentStatus } from '../cells/payment-status.tsx';
import styles from './panel-head.module.css';
import { PanelTop } from './panel-top.tsx';

interface PanelHeadProps {
  /** What the list or the ledger knows; null while nothing is. */
  row: PaymentRow | null;
  onClose: () => void;
}

/** The amount, the state, the person: what is read first. */
export function PanelHead({ row, onClose }: PanelHeadProps) {
  const { common, kinds, payment: words } = useWords();
  return (
    <PanelTop
      onClose={onClose}
      who={
        row ? (
          [row.customerName ?? (row.kind === 'link' ? words.noCustomer : kinds[row.kind].name), row.description]
            .filter(Boolean)
            .join(' · ')
        ) : (
          <Skeleton width="180px" />
        )
      }
      title={row ? <Amount amountIdr={row.amountIdr} size="panel" /> : <Skeleton width="140px" heightPx={20} />}
      tags={
        row ? (
          <>
            <PaymentStatus payment={row} />
            <SettlementNote row={row} />
            <span className={styles.provider}>{common.providers[row.provider]}</span>
          </>
        ) : (
          <Skeleton width="120px" heightPx={22} />
        )
      }
    />
  );
}

function SettlementNote({ row }: { row: PaymentRow }) {
  const { payment: words } = useWords();
  if (row.settlement === 'settled') {
    return (
      <span className={styles.settled}>
        {words.settled} {row.settledAt && <Time at={row.settledAt} />}
      </span>
    );
  }
  if (row.settlement !== 'waiting') return null;
  return (
    <span className={styles.settles}>
      {row.settlesAt ? (
        <>
          {words.settles} <Time at={row.settlesAt} />
        </>
      ) : (
        words.settlesUnknown
      )}
    </span>
  );
}

import type { LinkRow } from '../../../api/links.ts';
import { Amount } from '../../../ui/amount.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ArrowLeftIcon, CloseIcon } from '../../../ui/icons.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { Time } from '../../../ui/time.tsx';
import { useWords } from '../../../words/words.tsx';
import { LinkStatus } from '../link-status.tsx';
import styles from './panel-head.module.css';

interface PanelHeadProps {
  /** What the list or the ledger knows; null while nothing is. */
  row: LinkRow | null;
  onClose: () => void;
}

/** The amount, the state, the person: what is read first. */
export function PanelHead({ row, onClose }: PanelHeadProps) {
  const { common, link: words } = useWords();
  return (
    <header className={styles.head}>
      <div className={styles.words}>
        <p className={styles.who}>
          {row ? (
            [row.customerName ?? words.noCustomer, row.description].filter(Boolean).join(' · ')
          ) : (
            <Skeleton width="180px" />
          )}
        </p>
        <h2 className={styles.amount}>
          {row ? <Amount amountIdr={row.amountIdr} size="panel" /> : <Skeleton width="140px" heightPx={20} />}
        </h2>
        <div className={styles.tags}>
          {row ? (
            <>
              <LinkStatus link={row} />
              <SettlementNote row={row} />
              <span className={styles.provider}>{common.providers[row.provider]}</span>
            </>
          ) : (
            <Skeleton width="120px" heightPx={22} />
          )}
        </div>
      </div>
      <span className={styles.close}>
        <IconButton label={common.close} icon={<CloseIcon />} onClick={onClose} aria-keyshortcuts="Escape" />
      </span>
      <span className={styles.back}>
        <IconButton label={words.backToList} icon={<ArrowLeftIcon />} onClick={onClose} />
      </span>
    </header>
  );
}

function SettlementNote({ row }: { row: LinkRow }) {
  const { link: words } = useWords();
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

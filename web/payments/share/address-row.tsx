import { CopyButton } from '../../ui/copy-button.tsx';
import { ExternalIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './address-row.module.css';

interface AddressRowProps {
  label: string;
  /** The label stands above the row too, where there are several. */
  isLabelled?: boolean;
  url: string;
  /** It opens an app on a telephone, and nothing here. */
  isForApp?: boolean;
  /** Copying it is what the screen is for. */
  isMainAct?: boolean;
}

/** An address where the customer pays: to open, and to copy. */
export function AddressRow({ label, isLabelled = false, url, isForApp = false, isMainAct = false }: AddressRowProps) {
  const { share } = useWords();
  return (
    <div>
      {isLabelled && (
        <p className={styles.label} aria-hidden="true">
          {label}
        </p>
      )}
      <div className={styles.row}>
        {isForApp ? (
          <span className={styles.address}>
            <span className="visually-hidden">{label}: </span>
            <span className={styles.text}>{url}</span>
          </span>
        ) : (
          <a className={styles.address} href={url} target="_blank" rel="noreferrer" title={share.openPage}>
            <span className="visually-hidden">{label}: </span>
            <span className={styles.text}>{url}</span>
            <ExternalIcon size={13} />
          </a>
        )}
        <CopyButton
          variant={isMainAct ? 'primary' : 'secondary'}
          aria-label={isLabelled ? `${share.copyAddress}: ${label}` : undefined}
          value={url}
        >
          {share.copyAddress}
        </CopyButton>
      </div>
    </div>
  );
}

import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../../ui/copyable.tsx';
import { CheckIcon, CopyIcon, ExternalIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import { CustomerMessage } from '../share-link/customer-message.tsx';
import { LinkQr } from '../share-link/link-qr.tsx';
import type { SharedLink } from '../share-link/shared-link.ts';
import styles from './ready-to-send.module.css';

/** A fresh link: its address to copy, its QR code, and a message to the customer. */
export function ReadyToSend({ link }: { link: SharedLink }) {
  const { create, link: words } = useWords();
  const { copied, copy } = useCopy();
  return (
    <div className={styles.ready}>
      <div className={styles.url}>
        <a href={link.url} target="_blank" rel="noreferrer" title={words.openPayerPage}>
          <span className="visually-hidden">{create.result.url}: </span>
          <span className={styles.address}>{link.url}</span>
          <ExternalIcon size={13} />
        </a>
        <Button
          variant="primary"
          icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
          onClick={() => copy(link.url)}
        >
          {words.copyLink}
        </Button>
        <span className="visually-hidden" role="status">
          {copied ? words.linkCopied : ''}
        </span>
      </div>
      <div className={styles.parts}>
        <LinkQr url={link.url} reference={link.reference} />
        <CustomerMessage link={link} />
      </div>
    </div>
  );
}

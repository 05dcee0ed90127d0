import { lazy, Suspense, useState } from 'react';
import type { Link } from '../../../api/links.ts';
import { Button } from '../../../ui/button.tsx';
import { ExternalIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import { Fact } from './fact.tsx';
import styles from './link-facts.module.css';

const ShareDialog = lazy(async () => ({ default: (await import('../share-link/share-dialog.tsx')).ShareDialog }));

/** Where the customer pays: open it, or send it as QR code or message. */
export function PayerPageFact({ link }: { link: Link }) {
  const { link: words } = useWords();
  const [isSharing, setIsSharing] = useState(false);
  const { url } = link;
  if (url === null) {
    return <Fact name={words.payerPage}>{link.status === 'creating' ? words.noUrlYet : words.noUrl}</Fact>;
  }
  return (
    <Fact name={words.payerPage}>
      <span className={styles.page}>
        <a className={styles.address} href={url} target="_blank" rel="noreferrer" title={words.openPayerPage}>
          <span>{url.replace(/^https?:\/\//, '')}</span>
          <ExternalIcon size={13} />
        </a>
        <Button
          variant="plain"
          size="small"
          className={styles.share}
          onClick={() => setIsSharing(true)}
          aria-haspopup="dialog"
        >
          {words.share}
        </Button>
      </span>
      {isSharing && (
        <Suspense fallback={null}>
          <ShareDialog link={{ ...link, url }} onClose={() => setIsSharing(false)} />
        </Suspense>
      )}
    </Fact>
  );
}

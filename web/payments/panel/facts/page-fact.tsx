import { lazy, Suspense, useState } from 'react';
import type { Payment } from '../../../api/payments.ts';
import { Button } from '../../../ui/button.tsx';
import { ExternalIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import type { KindView } from '../../kind-view.ts';
import { Fact } from '../fact.tsx';
import styles from '../payment-facts.module.css';

const ShareDialog = lazy(async () => ({ default: (await import('../../share/share-dialog.tsx')).ShareDialog }));

interface PageFactProps {
  payment: Payment;
  page: KindView['page'];
}

/** Where the customer pays: open it, or send it. A link without one tells why; other kinds may do without. */
export function PageFact({ payment, page }: PageFactProps) {
  const { payment: words, kinds } = useWords();
  const [isSharing, setIsSharing] = useState(false);
  const { url } = payment;
  if (page === null) return null;
  const name = words.pages[page];
  if (url === null) {
    if (page !== 'payer-page') return null;
    const { noPage, noPageYet } = kinds[payment.kind];
    return <Fact name={name}>{payment.status === 'creating' ? noPageYet : noPage}</Fact>;
  }
  return (
    <Fact name={name}>
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
          <ShareDialog payment={payment} onClose={() => setIsSharing(false)} />
        </Suspense>
      )}
    </Fact>
  );
}

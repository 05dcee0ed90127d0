import type { Payment } from '../../api/payments.ts';
import { Button } from '../../ui/button.tsx';
import { useCopy } from '../../ui/copyable.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './payment-actions.module.css';

/** Copies the payer page's address. Says so in its own place, which keeps its width. */
export function CopyLinkButton({ payment }: { payment: Pick<Payment, 'kind' | 'url' | 'status'> }) {
  const { common, kinds, payment: words } = useWords();
  const { noPage, noPageYet } = kinds[payment.kind];
  const { copied, copy } = useCopy();
  const { url } = payment;
  const whyNot = url === null ? (payment.status === 'creating' ? noPageYet : noPage) : null;
  return (
    <>
      <Button size="small" disabledReason={whyNot} hint={null} onClick={() => url && copy(url)}>
        <span className={styles.same}>
          <span className={copied ? styles.hidden : undefined}>{words.copyLink}</span>
          <span className={copied ? undefined : styles.hidden} aria-hidden={!copied}>
            {common.copied}
          </span>
        </span>
      </Button>
      <span className="visually-hidden" role="status">
        {copied ? words.linkCopied : ''}
      </span>
    </>
  );
}

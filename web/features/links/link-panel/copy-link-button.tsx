import type { Link } from '../../../api/links.ts';
import { Button } from '../../../ui/button.tsx';
import { useCopy } from '../../../ui/copyable.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './link-actions.module.css';

/** Copies the payer page's address. Says so in its own place, which keeps its width. */
export function CopyLinkButton({ link }: { link: Pick<Link, 'url' | 'status'> }) {
  const { common, link: words } = useWords();
  const { copied, copy } = useCopy();
  const { url } = link;
  const whyNot = url === null ? (link.status === 'creating' ? words.noUrlYet : words.noUrl) : null;
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

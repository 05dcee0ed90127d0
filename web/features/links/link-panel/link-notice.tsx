import type { ReactNode } from 'react';
import type { Link } from '../../../api/links.ts';
import { Spinner } from '../../../ui/spinner.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './link-notice.module.css';

/** What the status alone does not tell: what "checking" means, why it failed, that the money came late. */
export function LinkNotice({ link }: { link: Link }) {
  const { common, link: words } = useWords();
  const provider = common.providers[link.provider];
  if (link.status === 'creating') return <Checking>{words.creating(provider)}</Checking>;
  if (link.actions.delete.reason === 'being_deleted') return <Checking>{words.deleting(provider)}</Checking>;
  if (link.failure && link.status === 'failed') {
    const { code, detail } = link.failure;
    return (
      <div className={`${styles.notice} ${styles.failed}`}>
        <p>{words.failures[code](provider)}</p>
        {detail && <p className={styles.quote}>{words.providerSaid(provider, detail)}</p>}
      </div>
    );
  }
  return link.late ? <p className={`${styles.notice} ${styles.late}`}>{words.late}</p> : null;
}

function Checking({ children }: { children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles.checking}`} role="status">
      <Spinner sizePx={12} />
      <p>{children}</p>
    </div>
  );
}

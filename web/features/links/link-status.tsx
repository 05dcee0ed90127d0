import type { LinkRow } from '../../api/links.ts';
import { statusTones } from '../../format/tone.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './link-status.module.css';

interface LinkStatusProps {
  link: Pick<LinkRow, 'status' | 'late' | 'provider'>;
}

/** The status of a link as a chip; while its creation is uncertain it says whom we are asking. */
export function LinkStatus({ link: { status, late, provider } }: LinkStatusProps) {
  const { common } = useWords();
  const isChecking = status === 'creating';
  return (
    <StatusChip tone={statusTones[status]} busy={isChecking}>
      {isChecking ? (
        <>
          <span className={styles.full}>{common.checkingWith(common.providers[provider])}</span>
          <span className={styles.short}>{common.statuses.creating}</span>
        </>
      ) : late && status === 'paid' ? (
        common.paidLate
      ) : (
        common.statuses[status]
      )}
    </StatusChip>
  );
}

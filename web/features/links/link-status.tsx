import type { LinkRow } from '../../api/links.ts';
import { statusTones } from '../../format/tone.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import { useWords } from '../../words/words.tsx';

interface LinkStatusProps {
  link: Pick<LinkRow, 'status' | 'late' | 'provider'>;
}

/** The status of a link as a chip; while its creation is uncertain it says whom we are asking. */
export function LinkStatus({ link: { status, late, provider } }: LinkStatusProps) {
  const { common } = useWords();
  const isChecking = status === 'creating';
  const words = isChecking
    ? common.checkingWith(common.providers[provider])
    : late && status === 'paid'
      ? common.paidLate
      : common.statuses[status];
  return (
    <StatusChip tone={statusTones[status]} busy={isChecking}>
      {words}
    </StatusChip>
  );
}

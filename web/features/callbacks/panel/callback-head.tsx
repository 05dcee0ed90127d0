import type { Callback } from '../../../api/callbacks.ts';
import { formatAmountIdr } from '../../../format/money.ts';
import { formatSecond } from '../../../format/time.ts';
import { saysWords } from '../../../payments/callbacks/says-words.ts';
import { PanelTop } from '../../../payments/panel/panel-top.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useWords } from '../../../words/words.tsx';
import { verdictTones } from '../list/callback-words.ts';
import styles from './callback-panel.module.css';

interface CallbackHeadProps {
  /** Null while it loads. */
  callback: Callback | null;
  onClose: () => void;
}

/** From whom and when, what it says, and what we did with it. */
export function CallbackHead({ callback, onClose }: CallbackHeadProps) {
  const words = useWords();
  const { common, kinds, callbacks, payment } = words;
  if (!callback) {
    return (
      <PanelTop
        onClose={onClose}
        who={<Skeleton width="180px" />}
        title={<Skeleton width="140px" heightPx={20} />}
        tags={<Skeleton width="120px" heightPx={22} />}
      />
    );
  }
  const said = saysWords(words, callback);
  const at = payment.wib(formatSecond(callback.receivedAt, common.months, Date.now()));
  const kind = callback.kind ? kinds[callback.kind].name : callbacks.noKind;
  return (
    <PanelTop
      onClose={onClose}
      who={[common.providers[callback.provider], kind, `${callbacks.panel.received} ${at}`].join(' · ')}
      title={
        <span className={styles.said}>
          {[
            said ? callbacks.panel.says(said) : callbacks.panel.saysNothing,
            callback.amountIdr !== null && formatAmountIdr(callback.amountIdr),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
      tags={
        <>
          {callback.state !== 'processed' && (
            <StatusChip tone={callback.state === 'parked' ? 'amber' : 'blue'}>
              {callbacks.states[callback.state]}
            </StatusChip>
          )}
          {callback.verdict && (
            <StatusChip tone={verdictTones[callback.verdict]} busy={callback.verdict === 'claimed'}>
              {callbacks.verdicts[callback.verdict]}
            </StatusChip>
          )}
        </>
      }
    />
  );
}

import type { CallbackRow } from '../api/callbacks.ts';
import { statusTones } from '../format/tone.ts';
import { saysWords } from '../payments/callbacks/says-words.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';
import styles from './find-dialog.module.css';
import { FindOption, type FindOptionProps } from './find-option.tsx';

interface FoundCallbacksProps {
  rows: readonly CallbackRow[];
  /** How many options stand before them. */
  from: number;
  /** What all options share. */
  options: Pick<FindOptionProps, 'listId' | 'chosen' | 'onChoose'>;
}

/** Callbacks that were found, as options behind the payments. */
export function FoundCallbacks({ rows, from, options }: FoundCallbacksProps) {
  const words = useWords();
  const { callbacks, common } = words;
  return rows.map((row, position) => (
    <FindOption key={row.id} {...options} index={from + position}>
      <span className={styles.who}>
        {callbacks.found} · {common.providers[row.provider]}
        <small>{row.reference ?? callbacks.noReference}</small>
      </span>
      <span>
        <Time at={row.receivedAt} as="second" />
      </span>
      {row.status ? (
        <StatusChip tone={statusTones[row.status]}>{saysWords(words, row)}</StatusChip>
      ) : (
        <span>{callbacks.noStatus}</span>
      )}
    </FindOption>
  ));
}

import type { CallbackRow } from '../api/callbacks.ts';
import { statusTones } from '../format/tone.ts';
import { StatusChip } from '../ui/status-chip.tsx';
import { Time } from '../ui/time.tsx';
import { useWords } from '../words/words.tsx';
import styles from './find-dialog.module.css';

interface FoundCallbacksProps {
  rows: readonly CallbackRow[];
  /** How many options stand before them. */
  from: number;
  /** The number of the chosen option, among all. */
  chosen: number;
  listId: string;
  onChoose: (index: number) => void;
}

/** Callbacks that were found, as options behind the payments. */
export function FoundCallbacks({ rows, from, chosen, listId, onChoose }: FoundCallbacksProps) {
  const { callbacks, common } = useWords();
  return rows.map((row, position) => {
    const index = from + position;
    return (
      // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the chosen option
      // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys
      <div
        key={row.id}
        id={`${listId}-${index}`}
        role="option"
        aria-selected={index === chosen}
        className={styles.option}
        onClick={() => onChoose(index)}
      >
        <span className={styles.who}>
          {callbacks.found} · {common.providers[row.provider]}
          <small>{row.reference ?? callbacks.noReference}</small>
        </span>
        <span>
          <Time at={row.receivedAt} as="second" />
        </span>
        {row.status ? (
          <StatusChip tone={statusTones[row.status]}>{common.statuses[row.status]}</StatusChip>
        ) : (
          <span>{callbacks.noStatus}</span>
        )}
      </div>
    );
  });
}

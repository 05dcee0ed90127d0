import { useCopy } from '../../../ui/copyable.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CheckIcon, CopyIcon } from '../../../ui/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './observation.module.css';
import { prettyMessage } from './pretty-message.ts';

/** A message as it arrived, laid out where it is JSON. Copying gives the bytes that came, not the layout. */
export function RawMessage({ raw, title }: { raw: string; title: string }) {
  const { common, payment } = useWords();
  const { copied, copy } = useCopy();
  return (
    <div className={styles.message}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className={styles.scroll} tabIndex={0} aria-label={title}>
        <pre>{prettyMessage(raw)}</pre>
      </section>
      <IconButton
        className={styles.copy}
        label={copied ? common.copied : payment.timeline.copyMessage}
        icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
        onClick={() => copy(raw)}
      />
    </div>
  );
}

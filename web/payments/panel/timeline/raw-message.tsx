import { useMemo, useRef, useState } from 'react';
import { useCopy } from '../../../ui/copyable.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { CheckIcon, CopyIcon } from '../../../ui/icons.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './observation.module.css';
import { prettyMessage } from './pretty-message.ts';

/** As much as a browser lays out at once without being felt; more of it on demand. */
const SHOWN_AT_FIRST = 64_000;

/** A message as it arrived, laid out where it is JSON. Copying gives the bytes that came, not the layout. */
export function RawMessage({ raw, title }: { raw: string; title: string }) {
  const { common, payment } = useWords();
  const { timeline } = payment;
  const { copied, copy } = useCopy();
  const { text, isTooLarge } = useMemo(() => prettyMessage(raw), [raw]);
  const [isAll, setIsAll] = useState(false);
  const scroll = useRef<HTMLElement>(null);
  const isCut = text.length > SHOWN_AT_FIRST && !isAll;
  const showAll = () => {
    setIsAll(true);
    // The button goes, and focus must not go with it.
    scroll.current?.focus();
  };
  return (
    <div>
      {isTooLarge && <p className={styles.note}>{timeline.messageTooLarge}</p>}
      <div className={styles.message}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <section ref={scroll} className={styles.scroll} tabIndex={0} aria-label={title}>
          <pre>{isCut ? text.slice(0, SHOWN_AT_FIRST) : text}</pre>
        </section>
        <IconButton
          className={styles.copy}
          label={copied ? common.copied : timeline.copyMessage}
          icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
          onClick={() => copy(raw)}
        />
      </div>
      {isCut && (
        <p className={styles.note}>
          {timeline.messageCut(SHOWN_AT_FIRST, text.length)}{' '}
          <TextButton onClick={showAll}>{timeline.messageShowAll}</TextButton>
        </p>
      )}
    </div>
  );
}

import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../words/words.tsx';
import { copyText } from './copy-text.ts';
import styles from './copyable.module.css';
import { IconButton } from './icon-button.tsx';
import { CheckIcon, CopyIcon } from './icons.tsx';

const SHOWN_MS = 1600;

/** Copies, and says for a moment that it did. `copied` is true while it says so. */
export function useCopy(): { copied: boolean; copy: (value: string) => Promise<void> } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (value: string) => {
    setCopied(await copyText(value));
  };
  return { copied, copy };
}

interface CopyableProps {
  value: string;
  /** What is copied, for the button's name: "reference", "link". */
  what: string;
  /** What is shown instead of the value itself. */
  children?: ReactNode;
}

/** An id or address in the monospace face, with a button that copies it. */
export function Copyable({ value, what, children }: CopyableProps) {
  const { common } = useWords();
  const { copied, copy } = useCopy();
  return (
    <span className={styles.copyable}>
      <span className={styles.value} title={value}>
        {children ?? value}
      </span>
      <IconButton
        className={styles.button}
        label={copied ? common.copied : common.copy(what)}
        icon={copied ? <CheckIcon /> : <CopyIcon />}
        onClick={() => copy(value)}
      />
      <span className="visually-hidden" role="status">
        {copied ? common.copied : ''}
      </span>
    </span>
  );
}

import type { ReactNode } from 'react';
import { Time } from '../../../ui/time.tsx';
import type { Told } from './entry.ts';
import styles from './timeline-item.module.css';

/** How the dot is drawn: filled for what was applied (green where it is money), broken for what was not, red for what contradicts, a ring for what a person did. */
export type Mark = 'money' | 'applied' | 'skipped' | 'contradicts' | 'person';

interface TimelineItemProps {
  mark: Mark;
  /** The mark in words, for those who don't see it. */
  markWords?: string;
  at: string;
  told: Told;
  children?: ReactNode;
}

/** One entry: dot, title, time, and below it what there is to say. */
export function TimelineItem({ mark, markWords, at, told, children }: TimelineItemProps) {
  return (
    <li className={`${styles.item} ${styles[mark]}`}>
      <div className={styles.head}>
        <span className={styles.title}>{told.title}</span>
        <span className={styles.time}>
          <Time at={at} as="clock-second" />
        </span>
      </div>
      {markWords && <span className="visually-hidden">{markWords}</span>}
      {told.sentences.length > 0 && <p className={styles.sentences}>{told.sentences.join(' ')}</p>}
      {children}
    </li>
  );
}

import { useWords } from '../../../words/words.tsx';
import { type About, describeObservation } from './describe-observation.ts';
import { Deviations } from './deviations.tsx';
import type { ObservationEntry } from './entry.ts';
import { ObservationMore } from './observation-more.tsx';
import { type Mark, TimelineItem } from './timeline-item.tsx';

interface ObservationItemProps {
  entry: ObservationEntry;
  about: About;
  /** ms */
  now: number;
}

/** What a provider said, what we did with it, and on demand the message itself. */
export function ObservationItem({ entry, about, now }: ObservationItemProps) {
  const words = useWords();
  const told = describeObservation(words, entry, about, now);
  return (
    <TimelineItem
      mark={markOf(entry)}
      markWords={words.payment.timeline.verdicts[entry.verdict]}
      at={entry.at}
      told={told}
    >
      {entry.deviations.length > 0 && <Deviations entry={entry} provider={about.provider} />}
      <ObservationMore entry={entry} provider={about.provider} now={now} />
    </TimelineItem>
  );
}

function markOf({ verdict, status }: ObservationEntry): Mark {
  if (verdict === 'applied') return status === 'paid' ? 'money' : 'applied';
  return verdict === 'contradicts' ? 'contradicts' : 'skipped';
}

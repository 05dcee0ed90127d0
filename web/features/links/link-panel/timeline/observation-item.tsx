import { useWords } from '../../../../words/words.tsx';
import { describeObservation } from './describe-observation.ts';
import { Deviations } from './deviations.tsx';
import type { ObservationEntry, Provider } from './entry.ts';
import { ObservationMore } from './observation-more.tsx';
import { type Mark, TimelineItem } from './timeline-item.tsx';

interface ObservationItemProps {
  entry: ObservationEntry;
  provider: Provider;
  /** ms */
  now: number;
}

/** What a provider said, what we did with it, and on demand the message itself. */
export function ObservationItem({ entry, provider, now }: ObservationItemProps) {
  const words = useWords();
  const told = describeObservation(words, entry, provider, now);
  return (
    <TimelineItem
      mark={markOf(entry)}
      markWords={words.link.timeline.verdicts[entry.verdict]}
      at={entry.at}
      told={told}
    >
      {entry.deviations.length > 0 && <Deviations entry={entry} provider={provider} />}
      <ObservationMore entry={entry} provider={provider} now={now} />
    </TimelineItem>
  );
}

function markOf({ verdict, status }: ObservationEntry): Mark {
  if (verdict === 'applied') return status === 'paid' ? 'money' : 'applied';
  return verdict === 'contradicts' ? 'contradicts' : 'skipped';
}

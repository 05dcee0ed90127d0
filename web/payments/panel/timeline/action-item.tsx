import { useWords } from '../../../words/words.tsx';
import { CodeMeaning } from '../../codes/code-meaning.tsx';
import { describeAction } from './describe-action.ts';
import type { ActionEntry, Provider } from './entry.ts';
import { TimelineItem } from './timeline-item.tsx';

interface ActionItemProps {
  entry: ActionEntry;
  provider: Provider;
  /** ms */
  now: number;
}

/** What a person did. */
export function ActionItem({ entry, provider, now }: ActionItemProps) {
  const told = describeAction(useWords(), entry, provider, now);
  return (
    <TimelineItem mark="person" at={entry.at} told={told}>
      <CodeMeaning code={entry.providerCode} message={entry.detail} />
    </TimelineItem>
  );
}

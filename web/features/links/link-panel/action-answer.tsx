import { useQuery } from '@tanstack/react-query';
import type { EnvironmentName } from '../../../api/keys.ts';
import { type Link, linkTimelineQuery } from '../../../api/links.ts';
import { formatClockSecond } from '../../../format/time.ts';
import { useWords } from '../../../words/words.tsx';
import styles from './link-actions.module.css';
import type { LinkAction } from './use-link-actions.ts';

interface ActionAnswerProps {
  link: Link;
  environment: EnvironmentName;
  resend: LinkAction;
  refresh: LinkAction;
}

/** One quiet line that says what the latest action came to; read out when the reader is free. */
export function ActionAnswer({ link, environment, resend, refresh }: ActionAnswerProps) {
  const { common, link: words } = useWords();
  const arrivedAt = useArrival(link, environment);
  const provider = common.providers[link.provider];
  const resent = arrivedAt ? words.resendArrived(formatClockSecond(arrivedAt)) : words.resendAsked(provider);
  const answers = [
    resend.isSuccess && { at: resend.submittedAt, told: resent },
    refresh.isSuccess && {
      at: refresh.submittedAt,
      told: words.refreshed(provider, formatClockSecond(refresh.submittedAt)),
    },
  ].filter((answer) => answer !== false);
  const latest = answers.sort((a, b) => b.at - a.at)[0];
  return (
    <p className={styles.answer} role="status">
      {latest?.told}
    </p>
  );
}

/** When the callback that was asked for last has arrived; null while it has not. */
function useArrival(link: Link, environment: EnvironmentName): string | null {
  const { data } = useQuery(linkTimelineQuery(environment, link.id));
  const asked = data?.entries.find((entry) => entry.type === 'action' && entry.action === 'resendLinkCallback');
  return asked?.type === 'action' ? asked.callbackAt : null;
}

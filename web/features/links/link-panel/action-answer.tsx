import { formatClockSecond } from '../../../format/time.ts';
import { useWords } from '../../../words/words.tsx';
import styles from './link-actions.module.css';
import type { LinkAction } from './use-link-actions.ts';

interface ActionAnswerProps {
  resend: LinkAction;
  refresh: LinkAction;
  provider: string;
}

/** One quiet line that says what the latest action came to; read out when the reader is free. */
export function ActionAnswer({ resend, refresh, provider }: ActionAnswerProps) {
  const { link: words } = useWords();
  const answers = [
    resend.isSuccess && { at: resend.submittedAt, told: words.resendAsked(provider) },
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

import { lazy, Suspense, useState } from 'react';
import type { EnvironmentName } from '../../../api/keys.ts';
import type { Link } from '../../../api/links.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemAlert } from '../../../ui/problem-alert.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useWords } from '../../../words/words.tsx';
import { ActionAnswer } from './action-answer.tsx';
import { CopyLinkButton } from './copy-link-button.tsx';
import styles from './link-actions.module.css';
import { useLinkActions } from './use-link-actions.ts';

const DeleteDialog = lazy(async () => ({ default: (await import('./delete-dialog.tsx')).DeleteDialog }));

interface LinkActionsProps {
  link: Link;
  environment: EnvironmentName;
}

/** What may be done with a link. What may not is there too, with its reason; the server decides which is which. */
export function LinkActions({ link, environment }: LinkActionsProps) {
  const { common, link: words } = useWords();
  const [isDeleting, setIsDeleting] = useState(false);
  const { resend, refresh } = useLinkActions(link, environment);
  const provider = common.providers[link.provider];
  const { actions } = link;
  const whyNot = (reason: Link['actions']['delete']['reason']) => reason && common.reasons[reason];
  useShortcut('r', () => {
    if (actions.resendCallback.allowed && !resend.isPending) resend.mutate();
  });

  return (
    <div className={styles.area}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are buttons that belong together. */}
      <div className={styles.actions} role="group" aria-label={words.actions}>
        <Button
          size="small"
          busy={resend.isPending}
          disabledReason={whyNot(actions.resendCallback.reason)}
          hint={words.resendHint(provider)}
          onClick={() => resend.mutate()}
          aria-keyshortcuts="r"
        >
          {words.resend}
        </Button>
        <Button
          size="small"
          busy={refresh.isPending}
          disabledReason={whyNot(actions.refresh.reason)}
          hint={words.refreshHint(provider)}
          onClick={() => refresh.mutate()}
        >
          {words.refresh}
        </Button>
        <CopyLinkButton link={link} />
        <Button
          size="small"
          variant="danger"
          disabledReason={whyNot(actions.delete.reason)}
          hint={null}
          onClick={() => setIsDeleting(true)}
          aria-haspopup="dialog"
        >
          {words.delete}
        </Button>
      </div>
      <ActionAnswer link={link} environment={environment} resend={resend} refresh={refresh} />
      {resend.error && <ProblemAlert error={resend.error} title={words.problem.resend} onDismiss={resend.reset} />}
      {refresh.error && <ProblemAlert error={refresh.error} title={words.problem.refresh} onDismiss={refresh.reset} />}
      {isDeleting && (
        <Suspense fallback={null}>
          <DeleteDialog link={link} environment={environment} onClose={() => setIsDeleting(false)} />
        </Suspense>
      )}
    </div>
  );
}

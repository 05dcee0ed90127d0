import { useMutation } from '@tanstack/react-query';
import { useWords } from '../words/words.tsx';
import { Button } from './button.tsx';
import styles from './confirm-dialog.module.css';
import { Dialog } from './dialog.tsx';
import { ProblemAlert } from './problem-alert.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What the act does, in advance. */
  happens: string;
  submit: string;
  /** What did not happen when it fails. */
  failed: string;
  /** What to do when it may have happened. */
  whenUnknown?: string;
  variant: 'primary' | 'danger';
  act: () => Promise<void>;
  onClose: () => void;
}

/** Says what an act does and asks once more. A refusal is shown here, and it stays open. */
export function ConfirmDialog({
  title,
  happens,
  submit,
  failed,
  whenUnknown,
  variant,
  act,
  onClose,
}: ConfirmDialogProps) {
  const { common } = useWords();
  const acting = useMutation({ mutationFn: act, onSuccess: onClose });
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      busy={acting.isPending}
      actions={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
          <Button variant={variant} busy={acting.isPending} onClick={() => acting.mutate()}>
            {submit}
          </Button>
        </>
      }
    >
      <div className={styles.words}>
        <p>{happens}</p>
        {acting.error && <ProblemAlert error={acting.error} title={failed} whenUnknown={whenUnknown} />}
      </div>
    </Dialog>
  );
}

import type { DestinationWithSecret } from '../../api/destinations.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { useCopy } from '../../ui/copyable.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckIcon, CopyIcon } from '../../ui/icons.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './destinations-page.module.css';

interface SecretDialogProps {
  destination: DestinationWithSecret;
  onClose: () => void;
}

/** The secret of a destination, shown once and whole, to be copied. */
export function SecretDialog({ destination, onClose }: SecretDialogProps) {
  const { common, destinations } = useWords();
  const words = destinations.secret;
  const { copied, copy } = useCopy();
  return (
    <Dialog
      open
      // Esc or a click beside it would lose the secret: only the button closes.
      busy
      onClose={onClose}
      title={words.title(destination.name)}
      widthPx={560}
      actions={
        <Button variant="primary" onClick={onClose}>
          {words.done}
        </Button>
      }
    >
      <div className={styles.form}>
        <Alert tone="warning">{words.once}</Alert>
        <div>
          <p className={styles.label}>{words.label}</p>
          <code className={styles.secret}>{destination.secret}</code>
          <Button
            size="small"
            icon={copied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
            onClick={() => copy(destination.secret)}
          >
            {common.copy(words.copyWhat)}
          </Button>
          <span className="visually-hidden" role="status">
            {copied ? common.copied : ''}
          </span>
        </div>
      </div>
    </Dialog>
  );
}

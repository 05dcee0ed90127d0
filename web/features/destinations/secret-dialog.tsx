import type { DestinationWithSecret } from '../../api/destinations.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
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
          <CopyButton size="small" value={destination.secret}>
            {common.copy(words.copyWhat)}
          </CopyButton>
        </div>
      </div>
    </Dialog>
  );
}

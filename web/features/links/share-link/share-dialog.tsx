import type { LinkRow } from '../../../api/links.ts';
import { Alert } from '../../../ui/alert.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useWords } from '../../../words/words.tsx';
import { canBePaid } from './can-be-paid.ts';
import { CustomerMessage } from './customer-message.tsx';
import { LinkQr } from './link-qr.tsx';
import styles from './share-dialog.module.css';
import type { SharedLink } from './shared-link.ts';

interface ShareDialogProps {
  link: SharedLink & Pick<LinkRow, 'status'>;
  onClose: () => void;
}

/** The link ready to hand over: as QR code and as a message. */
export function ShareDialog({ link, onClose }: ShareDialogProps) {
  const { sharing } = useWords().link;
  return (
    <Dialog open onClose={onClose} title={sharing.title} widthPx={640}>
      {!canBePaid(link) && <Alert tone="warning">{sharing.ended}</Alert>}
      <div className={styles.parts}>
        <LinkQr url={link.url} reference={link.reference} />
        <CustomerMessage link={link} />
      </div>
    </Dialog>
  );
}

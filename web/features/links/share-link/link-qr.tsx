import { lazy, Suspense } from 'react';
import { Button } from '../../../ui/button.tsx';
import { DownloadIcon, PrintIcon } from '../../../ui/icons.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { useWords } from '../../../words/words.tsx';
import styles from './link-qr.module.css';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

interface LinkQrProps {
  url: string;
  reference: string;
}

/** The payer page as a QR code, to be scanned from the screen, kept as a file or printed. */
export function LinkQr({ url, reference }: LinkQrProps) {
  const { sharing } = useWords().link;
  return (
    <section className={styles.qr} aria-label={sharing.qr}>
      <div className={styles.code} data-print-alone>
        <Suspense fallback={<Skeleton heightPx={208} />}>
          <QrCode text={url} label={sharing.qrOf(url)} />
        </Suspense>
        <p className={styles.printed}>{url}</p>
      </div>
      <p className={styles.hint}>{sharing.qrHint}</p>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<DownloadIcon size={14} />}
          onClick={async () => (await import('./download-qr.ts')).downloadQr(url, sharing.fileName(reference))}
        >
          {sharing.download}
        </Button>
        <Button size="small" icon={<PrintIcon size={14} />} onClick={() => window.print()}>
          {sharing.print}
        </Button>
      </div>
    </section>
  );
}

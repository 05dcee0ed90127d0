import { lazy, Suspense } from 'react';
import { Button } from '../../ui/button.tsx';
import { DownloadIcon, PrintIcon } from '../../ui/icons.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useWords } from '../../words/words.tsx';
import styles from './payer-page-qr.module.css';
import { saveFile } from './save-file.ts';

const QrCode = lazy(async () => ({ default: (await import('./qr-code.tsx')).QrCode }));

interface PayerPageQrProps {
  url: string;
  reference: string;
}

/** The payer page as a QR code, to be scanned from the screen, kept as a file or printed. */
export function PayerPageQr({ url, reference }: PayerPageQrProps) {
  const { share } = useWords();
  const save = async () =>
    saveFile((await import('./draw-qr-file.ts')).drawQrFile(url), `${share.fileName(reference)}.svg`);
  return (
    <section className={styles.qr} aria-label={share.qr}>
      <div className={styles.code} data-print-alone>
        <Suspense fallback={<Skeleton heightPx={208} />}>
          <QrCode text={url} label={share.qrOf(url)} />
        </Suspense>
        <p className={styles.printed}>{url}</p>
      </div>
      <p className={styles.hint}>{share.qrHint}</p>
      <div className={styles.buttons}>
        <Button size="small" icon={<DownloadIcon size={14} />} onClick={save}>
          {share.download}
        </Button>
        <Button size="small" icon={<PrintIcon size={14} />} onClick={() => window.print()}>
          {share.print}
        </Button>
      </div>
    </section>
  );
}

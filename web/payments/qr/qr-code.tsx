import { useMemo } from 'react';
import { encode } from 'uqr';
import styles from './qr-code.module.css';
import { qrPath } from './qr-path.ts';

/** Text as a QR code, drawn as one path. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = useMemo(() => qrPath(encode(text, { ecc: 'M', border: 2 })), [text]);
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

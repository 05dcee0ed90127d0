import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Saves the QR code of a text as an SVG file, which prints sharp in any size. */
export function downloadQr(text: string, fileName: string): void {
  const { path, size } = qrPath(encode(text, { ecc: 'M', border: 4 }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 12}" height="${size * 12}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const anchor = document.createElement('a');
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  URL.revokeObjectURL(address);
}

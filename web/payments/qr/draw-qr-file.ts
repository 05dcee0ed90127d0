import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** The QR code of a text as an SVG file, which prints sharp in any size. */
export function drawQrFile(text: string): Blob {
  const { path, size } = qrPath(encode(text, { ecc: 'M', border: 4 }));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size * 12}" height="${size * 12}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}"/></svg>`;
  return new Blob([svg], { type: 'image/svg+xml' });
}

import { crc32, deflateSync } from 'node:zlib';
import { encode } from 'uqr';
import type { Reply } from '../twin.ts';

const pixelsPerModule = 8;

/** The QR code of this text as a PNG: black on white with the quiet zone that scanners need. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { border: 4, ecc: 'M' });
  const width = size * pixelsPerModule;
  const rows = data.flatMap((modules) => {
    // One byte a pixel, after the byte that says "no filter".
    const row = Buffer.alloc(width + 1, 255);
    row[0] = 0;
    modules.forEach((isDark, column) => {
      if (isDark) row.fill(0, column * pixelsPerModule + 1, (column + 1) * pixelsPerModule + 1);
    });
    return Array.from({ length: pixelsPerModule }, () => row);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(width, 4);
  header[8] = 8; // bits a sample; the rest is zero: greyscale, deflate, no interlace
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** The image of a code as an answer about that charge. */
export const qrReply = (text: string, linkId: string): Reply => ({
  httpStatus: 200,
  headers: { 'content-type': 'image/png', 'cache-control': 'no-store' },
  body: qrPng(text),
  linkId,
});

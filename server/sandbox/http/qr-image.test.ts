import { inflateSync } from 'node:zlib';
import { encode } from 'uqr';
import { describe, expect, it } from 'vitest';
import { crc16, qrisPayload } from '../charges/qris-payload.ts';
import { startTestSandbox } from '../testing/start-test-sandbox.ts';

/** Takes an EMVCo text apart: id → value. */
function fields(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const length = Number(text.slice(at + 2, at + 4));
    found.set(text.slice(at, at + 2), text.slice(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

/** The modules of a QR code in a greyscale PNG whose modules are eight pixels wide, dark as true. */
function modulesOf(png: Buffer): boolean[][] {
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
  const width = png.readUInt32BE(16);
  const start = png.indexOf('IDAT');
  const pixels = inflateSync(png.subarray(start + 4, start + 4 + png.readUInt32BE(start - 4)));
  const size = width / 8;
  const isDark = (row: number, column: number) => pixels[(row * 8 + 4) * (width + 1) + 1 + column * 8 + 4] === 0;
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => isDark(row, column)));
}

describe('the QRIS payload', () => {
  it('has the check sum that the standard gives for its test text', () => {
    expect(crc16('123456789')).toBe('29B1');
  });

  it('is well formed, with amount, currency, country and check sum', () => {
    const payload = qrisPayload(16_000, '123456789012');
    const found = fields(payload);
    expect([...found.keys()]).toEqual([...found.keys()].sort());
    expect([found.get('00'), found.get('01'), found.get('53'), found.get('54'), found.get('58')]).toEqual([
      '01',
      '12',
      '360',
      '16000',
      'ID',
    ]);
    expect(fields(found.get('51') ?? '').get('00')).toBe('ID.CO.QRIS.WWW');
    expect(found.get('63')).toBe(crc16(payload.slice(0, -4)));
    expect(fields(qrisPayload(null, '1')).has('54')).toBe(false);
  });
});

describe('the image of a QR', () => {
  it('shows the payload of the routing, without credentials, until the end', async () => {
    const { rem, control } = await startTestSandbox();
    const { qris_url } = (await rem.createRouting()).body.payment_info;
    const answer = await fetch(qris_url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    const payload = control.link('QR-1001')?.choice?.code ?? '';
    expect(fields(payload).get('54')).toBe('16000');
    expect(modulesOf(Buffer.from(await answer.arrayBuffer()))).toEqual(encode(payload, { border: 4, ecc: 'M' }).data);
    control.expire('QR-1001');
    await control.advance(1);
    expect((await fetch(qris_url)).status).toBe(404);
    expect((await fetch(`${qris_url}0`)).status).toBe(404);
  });

  it('is there for the QRIS of a one-time payment too', async () => {
    const { fazz, control } = await startTestSandbox();
    const { attributes } = (await fazz.createPayment({ paymentMethodType: 'qris' })).body.data;
    const answer = await fetch(attributes.paymentMethod.instructions.imageUrl);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const payload = control.link('PAY-3001')?.choice?.code ?? '';
    expect(fields(payload).get('54')).toBe('150000');
    expect(modulesOf(Buffer.from(await answer.arrayBuffer()))).toEqual(encode(payload, { border: 4, ecc: 'M' }).data);
    expect((await fetch(attributes.paymentMethod.instructions.imageUrl.replace('qr_', 'no_'))).status).toBe(404);
  });
});

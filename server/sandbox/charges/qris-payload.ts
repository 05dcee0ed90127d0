import { demoAccount } from '../demo-account.ts';

/** One data object of the EMVCo merchant-presented QR: id, length in two digits, value. */
const field = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`;

/**
 * The content of a dynamic QRIS code (EMVCo Merchant-Presented Mode with the fields that QRIS demands: a national
 * merchant account in 51, category, currency 360, country ID). Merchant and acquirer are the twin's own; no bank knows
 * them. Amount in rupiah; null leaves it to the payer.
 */
export function qrisPayload(amountIdr: number | null, billNumber: string): string {
  const body = [
    field('00', '01'),
    field('01', '12'),
    field('26', field('00', 'ID.CO.TAUTAN.WWW') + field('01', '936000000000000001') + field('03', 'UMI')),
    field('51', field('00', 'ID.CO.QRIS.WWW') + field('02', 'ID1020000000001') + field('03', 'UMI')),
    field('52', '5499'),
    field('53', '360'),
    amountIdr === null ? '' : field('54', String(amountIdr)),
    field('58', 'ID'),
    field('59', demoAccount.merchantName),
    field('60', 'JAKARTA'),
    field('61', '10110'),
    field('62', field('01', billNumber)),
    '6304',
  ].join('');
  return body + crc16(body);
}

/** CRC-16/CCITT-FALSE (polynomial 1021, begun with FFFF) over the text, its own id and length included; four digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text, 'utf8')) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}

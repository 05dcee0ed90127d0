import type { ChargeStatus, Choice, Method } from '../charges/charge.ts';
import { qrisApplications } from '../charges/offer.ts';

export const methodNames: Record<Method, string> = {
  va: 'Virtual account',
  qris: 'QRIS',
  ewallet: 'Dompet digital',
  card: 'Kartu',
  bank_transfer: 'Transfer bank dengan kode unik',
  retail_outlet: 'Bayar di gerai',
};

export const statusNames: Record<ChargeStatus, string> = {
  created: 'Belum dibayar',
  waiting_payment: 'Menunggu pembayaran',
  processing: 'Sedang diproses',
  paid: 'Lunas',
  failed: 'Gagal',
  expired: 'Kedaluwarsa',
  closed: 'Ditutup',
};

/** What to do with the code of the chosen method. */
export const codeNames: Partial<Record<Method, string>> = {
  va: 'Nomor virtual account',
  bank_transfer: 'Transfer ke rekening',
  retail_outlet: 'Kode pembayaran untuk kasir',
};

const channelNames: Record<string, string> = {
  ...qrisApplications,
  bca: 'BCA',
  mandiri: 'Mandiri',
  bri: 'BRI',
  bni: 'BNI',
  permata: 'Permata',
  cimb: 'CIMB Niaga',
  bsi: 'BSI',
  smbc: 'SMBC',
  sahabat_sampoerna: 'Sahabat Sampoerna',
  alfamart: 'Alfamart',
  indomaret: 'Indomaret',
};

export const channelName = (channel: string) => channelNames[channel] ?? channel;

/** `Virtual account BCA`, `QRIS`, `QRIS dengan OVO`. */
export function choiceName({ method, channel }: Choice, isPaid: boolean): string {
  if (method === 'qris') return isPaid && channel ? `QRIS dengan ${channelName(channel)}` : 'QRIS';
  return channel ? `${methodNames[method]} ${channelName(channel)}` : methodNames[method];
}

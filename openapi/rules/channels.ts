/** The catalogue of methods, banks, e-wallets and outlets: our codes, in the order of display, and the names people use. */
import type { components } from '../generated/console.ts';

export type Method = components['schemas']['Method'];
export type RemMethod = components['schemas']['RemMethod'];
export type RemBank = components['schemas']['RemBank'];

/** English names; the console's word catalogues translate them. */
export const methodNames: Record<Method, string> = {
  va: 'Virtual account',
  qris: 'QRIS',
  ewallet: 'E-wallet',
  card: 'Card',
  bank_transfer: 'Bank transfer with unique code',
  retail_outlet: 'Retail outlet',
};

/** What a REM link can offer, in the order of display. */
export const remMethods: readonly RemMethod[] = ['va', 'qris', 'ewallet', 'card', 'bank_transfer'];

/** Banks whose virtual accounts a REM link can offer. */
export const remBankNames: Record<RemBank, string> = {
  bca: 'BCA',
  mandiri: 'Mandiri',
  bri: 'BRI',
  bni: 'BNI',
  permata: 'Permata',
  cimb: 'CIMB Niaga',
  bsi: 'BSI',
  smbc: 'SMBC',
};
export const remBanks: readonly RemBank[] = ['bca', 'mandiri', 'bri', 'bni', 'permata', 'cimb', 'bsi', 'smbc'];

/** Where a payer's money can come from, beyond the banks above: e-wallets, outlets, and banks that QRIS names. */
const channelNames = {
  ...remBankNames,
  shopeepay: 'ShopeePay',
  dana: 'DANA',
  linkaja: 'LinkAja',
  ovo: 'OVO',
  gopay: 'GoPay',
  alfamart: 'Alfamart',
  indomaret: 'Indomaret',
  danamon: 'Danamon',
  hana: 'Hana',
  maybank: 'Maybank',
  seabank: 'SeaBank',
  sahabat_sampoerna: 'Sahabat Sampoerna',
} as const;
export type Channel = keyof typeof channelNames;

/** Whether a word is one of our channel codes. */
export function isChannel(word: string): word is Channel {
  return Object.hasOwn(channelNames, word);
}

/** The name people use for a channel (bca → BCA); a provider's own word, for which we have no code, stays as it is. */
export function channelName(code: string): string {
  return isChannel(code) ? channelNames[code] : code;
}

/** The catalogue of methods, banks, e-wallets and outlets: our codes, in the order of display, and the names people use. */
import type { components } from '../generated/console.ts';

type Schemas = components['schemas'];
export type Method = Schemas['Method'];
export type RemMethod = Schemas['RemMethod'];
export type RemBank = Schemas['RemBank'];
export type OneTimeMethod = Schemas['CreateOneTimePaymentInput']['method'];
export type FazzBank = Schemas['FazzBank'];
export type Outlet = Schemas['CreateRetailOutletInput']['channel'];
export type Wallet = Schemas['CreateEwalletInput']['channel'];

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

/** How a one-time payment can be paid, in the order of display. */
export const oneTimeMethods: readonly OneTimeMethod[] = ['va', 'qris', 'ewallet', 'retail_outlet'];
/** Banks whose virtual accounts Fazz makes for one payment. */
export const fazzBanks: readonly FazzBank[] = ['bca', 'mandiri', 'bri', 'bni', 'sahabat_sampoerna'];
/** Shops whose counters take a one-time payment. */
export const outlets: readonly Outlet[] = ['alfamart', 'indomaret'];
/** E-wallets that take a one-time payment. */
export const wallets: readonly Wallet[] = ['shopeepay', 'ovo'];

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

/** Fazz's words for methods, banks, outlets and wallets, and ours (providers.md B.3, B.5). */
import type { components } from '../../../openapi/generated/fazz.ts';
import { isChannel } from '../../../openapi/rules/channels.ts';
import type { OneTimeOrder } from '../provider.ts';

type Schemas = components['schemas'];
type OneTimeMethod = OneTimeOrder['method'];
type ChannelOf<Method extends OneTimeMethod> = (OneTimeOrder & { method: Method; channel: string })['channel'];

export const methodTypes: Record<OneTimeMethod, Schemas['PaymentMethodType']> = {
  va: 'virtual_bank_account',
  retail_outlet: 'retail_outlet',
  qris: 'qris',
  ewallet: 'e-wallet',
};

/** The way back, by Fazz's words in lower case. */
export const methodsByType: Readonly<Record<string, OneTimeMethod>> = {
  virtual_bank_account: 'va',
  retail_outlet: 'retail_outlet',
  qris: 'qris',
  'e-wallet': 'ewallet',
};

export const bankShortCodes: Record<ChannelOf<'va'>, Schemas['BankShortCode']> = {
  bca: 'BCA',
  bri: 'BRI',
  bni: 'BNI',
  mandiri: 'MANDIRI',
  sahabat_sampoerna: 'SAHABAT_SAMPOERNA',
};

export const outletNames: Record<ChannelOf<'retail_outlet'>, Schemas['RetailOutletName']> = {
  alfamart: 'ALFAMART',
  indomaret: 'INDOMARET',
};

export const walletCodes: Record<ChannelOf<'ewallet'>, Schemas['EwalletProviderCode']> = {
  shopeepay: 'SHOPEEPAY',
  ovo: 'OVO',
};

/** Our code for the word of a bank, an outlet or a wallet; a word unknown to us stays as it is. */
export function readChannel(word: string): string {
  const name = word.toLowerCase();
  if (name === 'cimb_niaga') return 'cimb';
  return isChannel(name) ? name : word;
}

/**
 * The wallet of an e-wallet payment, which Fazz names in the id of its method alone: shopeepay_… (providers.md B.3); null
 * when that begins with nothing that we know.
 */
export function readWallet(methodId: string): string | null {
  const [prefix = ''] = methodId.toLowerCase().split('_', 1);
  return isChannel(prefix) ? prefix : null;
}

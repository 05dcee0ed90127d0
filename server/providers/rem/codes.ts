/** REM's words for methods, banks and wallets, and ours (providers.md A.3, A.4). */
import { isChannel, type RemBank, type RemMethod, remMethods } from '../../../openapi/rules/channels.ts';

export const bankCodes: Record<RemBank, string> = {
  bri: '002',
  mandiri: '008',
  bni: '009',
  permata: '013',
  bca: '014',
  cimb: '022',
  smbc: '213',
  bsi: '451',
};

/** In list_disabled_payment_methods. Cards are CREDIT_CARD here, but CC in answers. */
const disablableMethods: Record<RemMethod, string> = {
  va: 'VA',
  qris: 'QRIS',
  ewallet: 'EWALLET',
  card: 'CREDIT_CARD',
  bank_transfer: 'BANK_TRANSFER',
};

/** In answers and callbacks. */
export const usedMethods: Record<RemMethod, string> = { ...disablableMethods, card: 'CC' };

/** Our code for REM's word, ignoring case and blanks; null when REM's word is none of the table's. */
export function ourWord<Ours extends string>(table: Record<Ours, string>, theirs: string): Ours | null {
  const wanted = theirs.trim().toUpperCase();
  for (const ours in table) if (table[ours].toUpperCase() === wanted) return ours;
  return null;
}

/** sender_bank is a bank's code, a wallet (dana_ewallet), or for QRIS free text; a word unknown to us stays as it is. */
export function readChannel(senderBank: string): string {
  const name = senderBank.toLowerCase().replace(/_ewallet$/, '');
  return ourWord(bankCodes, senderBank) ?? (isChannel(name) ? name : senderBank);
}

/** list_disabled_payment_methods for the methods that shall stay on: the others. All stay on when none are given. */
export function disabledMethods(enabled: readonly RemMethod[] = []): string {
  if (enabled.length === 0) return '';
  return remMethods
    .filter((method) => !enabled.includes(method))
    .map((method) => disablableMethods[method])
    .join(',');
}

/** The way back. BANK_TRANSFER switches virtual accounts off too (providers.md A.3). */
export function enabledMethods(disabled: string): RemMethod[] {
  const off = disabled.split(',').map((word) => ourWord(disablableMethods, word));
  return remMethods.filter((method) => !off.includes(method) && !(method === 'va' && off.includes('bank_transfer')));
}

/** list_enabled_banks for our codes; empty means all. */
export function bankList(banks: readonly RemBank[] = []): string {
  return banks.map((bank) => bankCodes[bank]).join(',');
}

/** The way back; codes unknown to us stay as they are. Live callers write blanks after the commas. */
export function readBanks(list: string): string[] {
  return splitList(list, ',').map((code) => ourWord(bankCodes, code) ?? code);
}

/** The entries of a list in one string, without blanks around them. */
export function splitList(list: string, separator: string): string[] {
  return list
    .split(separator)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

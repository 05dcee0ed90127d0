import type { components } from '../../../openapi/generated/fazz.ts';
import type { Method } from '../charges/charge.ts';

type Schemas = components['schemas'];

interface MethodType {
  type: Schemas['PaymentMethodType'];
  method: Method;
  /** How long a payment may live, minutes; null where no figure is known (providers.md B.5). */
  expiry: { minMinutes: number | null; maxMinutes: number | null; defaultMinutes: number };
}

const day = 24 * 60;

/** paymentMethodType, our method, and the life of a payment; the default of e-wallets is not known and must fit. */
export const methodTypes: readonly MethodType[] = [
  { type: 'virtual_bank_account', method: 'va', expiry: { minMinutes: 60, maxMinutes: 30 * day, defaultMinutes: day } },
  {
    type: 'retail_outlet',
    method: 'retail_outlet',
    expiry: { minMinutes: null, maxMinutes: null, defaultMinutes: day },
  },
  { type: 'qris', method: 'qris', expiry: { minMinutes: null, maxMinutes: null, defaultMinutes: day } },
  { type: 'e-wallet', method: 'ewallet', expiry: { minMinutes: 1, maxMinutes: 60, defaultMinutes: 60 } },
];

/** Banks of one-time accounts: the five documented, and three that a live caller has (providers.md B.5). */
export const oneTimeBanks: readonly Schemas['BankShortCode'][] = [
  'BCA',
  'BRI',
  'BNI',
  'MANDIRI',
  'SAHABAT_SAMPOERNA',
  'BSI',
  'SEABANK',
  'MAYBANK',
];
/** Banks that the documents have for static accounts only. */
export const staticOnlyBanks: readonly Schemas['BankShortCode'][] = ['CIMB_NIAGA', 'DANAMON', 'PERMATA', 'HANA'];
export const outlets: readonly Schemas['RetailOutletName'][] = ['ALFAMART', 'INDOMARET'];
export const wallets: readonly Schemas['EwalletProviderCode'][] = ['SHOPEEPAY', 'OVO'];

/** Begins the id of a payment's method, as captures have it (providers.md B.3). */
export function methodIdPrefix(method: Method, channel: string | null): string {
  if (method === 'va') return 'va_';
  if (method === 'qris') return 'qr_';
  return method === 'ewallet' ? `${channel}_` : 'mst_';
}

/**
 * Fazz's fee as text: figures that fit the samples of providers.md B.3, 11 % tax included. 3,300 for virtual accounts,
 * 4,000 for outlets, 0.7 % for QRIS, 1.5 % for e-wallets.
 */
export function feesOf(method: Method, amountIdr: number): string {
  const cents = Math.round(feeBeforeTaxIdr(method, amountIdr) * 111);
  const text = String(cents / 100);
  return text.includes('.') ? text : `${text}.0`;
}

function feeBeforeTaxIdr(method: Method, amountIdr: number): number {
  if (method === 'qris') return amountIdr * 0.007;
  if (method === 'ewallet') return amountIdr * 0.015;
  return method === 'retail_outlet' ? 4_000 : 3_300;
}

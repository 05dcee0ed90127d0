import type { Method, Order } from '../charges/charge.ts';
import { hourMs, type Offer, offerMinutes, takes } from '../charges/offer.ts';

/** Words of list_disabled_payment_methods and the methods that each switches off (providers.md A.3). */
export const disabledWords: Record<string, readonly Method[]> = {
  VA: ['va'],
  CREDIT_CARD: ['card'],
  QRIS: ['qris'],
  EWALLET: ['ewallet'],
  BANK_TRANSFER: ['va', 'bank_transfer'],
};

/** REM's bank codes and ours (providers.md A.3). */
export const bankCodes: Record<string, string> = {
  '014': 'bca',
  '008': 'mandiri',
  '002': 'bri',
  '009': 'bni',
  '013': 'permata',
  '022': 'cimb',
  '451': 'bsi',
  '213': 'smbc',
};

const million = 1_000_000;
const va = (channel: string, name: string, minIdr: number, maxMillions: number): Offer => {
  return { method: 'va', channel, name, minIdr, maxIdr: maxMillions * million, validForMs: 24 * hourMs };
};
const wallet = (channel: string, name: string, validForMs: number): Offer => {
  return { method: 'ewallet', channel, name, minIdr: 10_000, maxIdr: 10 * million, validForMs };
};

/** Limits and validity of each way to pay; where two tables differ (VA minimum), the stricter (providers.md A.3). */
const catalogue: readonly Offer[] = [
  va('bca', 'BCA', 10_000, 50),
  va('mandiri', 'Mandiri', 15_000, 500),
  va('bri', 'BRI', 15_000, 500),
  va('bni', 'BNI', 15_000, 50),
  va('permata', 'Permata', 15_000, 500),
  va('cimb', 'CIMB Niaga', 15_000, 500),
  va('bsi', 'BSI', 10_000, 50),
  va('smbc', 'SMBC', 10_000, 100),
  {
    method: 'qris',
    channel: null,
    name: 'QRIS',
    minIdr: 10_000,
    maxIdr: 10 * million,
    validForMs: offerMinutes(30),
  },
  wallet('ovo', 'OVO', 55_000),
  wallet('dana', 'DANA', offerMinutes(60)),
  wallet('shopeepay', 'ShopeePay', offerMinutes(60)),
  wallet('linkaja', 'LinkAja', offerMinutes(5)),
  {
    method: 'card',
    channel: null,
    name: 'Kartu kredit atau debit',
    minIdr: 15_000,
    maxIdr: 500 * million,
    validForMs: offerMinutes(60),
  },
  {
    method: 'bank_transfer',
    channel: 'bca',
    name: 'BCA',
    minIdr: 11_000,
    maxIdr: 500 * million,
    validForMs: 3 * hourMs,
  },
];

interface Terms {
  amountIdr: number;
  isOpenAmount: boolean;
  disabledMethods: readonly string[];
  enabledBanks: readonly string[];
}

/** The one way to pay a routing: its QR, within the limits of QRIS. */
export const routingOffers = (order: Order): Offer[] =>
  catalogue.filter((offer) => offer.method === 'qris' && takes(offer, order));

/** The ways to pay that REM offers under these terms; enabled banks concern virtual accounts alone, none means all. */
export function remOffers(terms: Terms): Offer[] {
  const disabled = terms.disabledMethods.flatMap((word) => disabledWords[word] ?? []);
  const banks = terms.enabledBanks.map((code) => bankCodes[code]);
  return catalogue.filter(
    (offer) =>
      !disabled.includes(offer.method) &&
      (offer.method !== 'va' || banks.length === 0 || banks.includes(offer.channel ?? '')) &&
      takes(offer, terms),
  );
}

import { hourMs, type Offer, offerMinutes, takes } from '../charges/offer.ts';

const bank = (channel: string, name: string): Offer => {
  return { method: 'va', channel, name, minIdr: 10_000, maxIdr: 100_000_000, validForMs: 24 * hourMs };
};

/**
 * Ways to pay and limits of providers.md B.5. How long a choice holds inside a link is not documented: the figures of
 * one-time payments are taken.
 */
const catalogue: readonly Offer[] = [
  bank('bca', 'BCA'),
  bank('bri', 'BRI'),
  bank('bni', 'BNI'),
  bank('mandiri', 'Mandiri'),
  bank('sahabat_sampoerna', 'Sahabat Sampoerna'),
  {
    method: 'qris',
    channel: null,
    name: 'QRIS',
    minIdr: 1_500,
    maxIdr: 5_000_000,
    validForMs: offerMinutes(30),
  },
  {
    method: 'ewallet',
    channel: 'shopeepay',
    name: 'ShopeePay',
    minIdr: 1,
    maxIdr: 10_000_000,
    validForMs: hourMs,
  },
  { method: 'ewallet', channel: 'ovo', name: 'OVO', minIdr: 1, maxIdr: 10_000_000, validForMs: hourMs },
  {
    method: 'retail_outlet',
    channel: 'alfamart',
    name: 'Alfamart',
    minIdr: 15_000,
    maxIdr: 2_500_000,
    validForMs: 24 * hourMs,
  },
  {
    method: 'retail_outlet',
    channel: 'indomaret',
    name: 'Indomaret',
    minIdr: 10_000,
    maxIdr: 5_000_000,
    validForMs: 24 * hourMs,
  },
];

/** What one-time payments are made of: the same limits, and the banks that a live caller has besides (providers.md B.5). */
export const oneTimeOffers: Offer[] = [
  ...catalogue,
  bank('bsi', 'BSI'),
  bank('seabank', 'SeaBank'),
  bank('maybank', 'Maybank'),
];

/** The ways to pay that a Fazz link offers; the merchant cannot restrict them. */
export const fazzOffers = (order: { amountIdr: number; isOpenAmount: boolean }): Offer[] =>
  catalogue.filter((offer) => takes(offer, order));

import type { Charge, Method } from './charge.ts';

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** One way to pay that a payer page shows. */
export interface Offer {
  method: Method;
  /** Our code of the bank, wallet or outlet; null for QRIS and cards, where the payer brings it. */
  channel: string | null;
  /** The payer reads it. */
  name: string;
  minIdr: number;
  maxIdr: number;
  /** How long the choice holds, ms; never beyond the charge's own end. */
  validForMs: number;
}

/** Applications that pay a QRIS code, by the name that the provider reports. */
export const qrisApplications = {
  gopay: 'GoPay',
  ovo: 'OVO',
  dana: 'DANA',
  shopeepay: 'ShopeePay',
  linkaja: 'LinkAja',
  bca: 'BCA mobile',
} as const;

/** Whether the amount lies within the offer's limits; an open amount must only reach its minimum. */
export const takes = (offer: Offer, order: { amountIdr: number; isOpenAmount: boolean }) =>
  order.amountIdr >= offer.minIdr && (order.isOpenAmount || order.amountIdr <= offer.maxIdr);

/**
 * What the payer transfers, rupiah. The fees are figures of our own: neither provider's documents have a table. A
 * transfer with unique code is a few rupiah below the amount (the subtraction of providers.md A.3).
 */
export function amountDueIdr(charge: Charge, method: Method, baseIdr: number): number {
  if (method === 'bank_transfer') return baseIdr - uniqueCode(charge);
  return charge.order.includeAdminFee ? baseIdr + feeIdr(method, baseIdr) : baseIdr;
}

function feeIdr(method: Method, amountIdr: number): number {
  if (method === 'qris') return Math.ceil(amountIdr * 0.007);
  if (method === 'ewallet') return Math.ceil(amountIdr * 0.015);
  if (method === 'card') return Math.ceil(amountIdr * 0.029) + 2_000;
  return 4_000;
}

/** 1 to 999, the same for a charge whenever it is asked. */
function uniqueCode(charge: Charge): number {
  let sum = 0;
  for (const character of charge.id) sum = (sum * 31 + character.charCodeAt(0)) % 999;
  return sum + 1;
}

export const offerMinutes = (minutes: number) => minutes * minuteMs;

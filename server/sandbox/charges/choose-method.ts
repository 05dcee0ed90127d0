import type { Twin } from '../twin.ts';
import { type Charge, type Choice, kindNames, type Method } from './charge.ts';
import { keepCharge } from './keep-charge.ts';
import type { Offer } from './offer.ts';
import { mintPayCode } from './payment-numbers.ts';
import { chosen } from './transitions.ts';

export interface MethodChoice {
  method: Method;
  /** Bank, wallet or outlet; for QRIS the application that will pay. Null takes the first on offer. */
  channel: string | null;
}

/** The charge does not offer that way to pay. */
export class NotOffered extends Error {}

/**
 * The payer chooses how to pay, at that instant. Throws NotOffered for a method or channel that the charge does not have
 * and TransitionRefused when it is too late to choose.
 */
export function chooseMethod(twin: Twin, charge: Charge, choice: MethodChoice, at: string): Charge {
  const offers = twin.providers[charge.provider].offers(charge);
  return keepCharge(twin, chosen(charge, choiceAmong(offers, charge, choice, at)));
}

/** The choice made of the offer that fits. Only a link outlives the method that was chosen on it. */
export function choiceAmong(offers: Offer[], charge: Charge, { method, channel }: MethodChoice, at: string): Choice {
  const offer = offers.find(
    (each) => each.method === method && (each.channel === null || channel === null || each.channel === channel),
  );
  if (!offer) {
    const wanted = channel ? `${method} of ${channel}` : method;
    throw new NotOffered(`the ${kindNames[charge.kind]} does not offer ${wanted} for this amount`);
  }
  const lapsesMs = Math.min(Date.parse(at) + offer.validForMs, Date.parse(charge.expiresAt));
  return {
    method: offer.method,
    channel: offer.channel ?? channel,
    code: mintPayCode(charge, offer.method),
    chosenAt: at,
    lapsesAt: charge.kind === 'link' ? new Date(lapsesMs).toISOString() : charge.expiresAt,
  };
}

import type { Twin } from '../twin.ts';
import { keepLink } from './keep-link.ts';
import type { Link, Method } from './link.ts';
import type { Offer } from './offer.ts';
import { mintPayCode } from './payment-numbers.ts';
import { chosen } from './transitions.ts';

export interface MethodChoice {
  method: Method;
  /** Bank, wallet or outlet; for QRIS the application that will pay. Null takes the first on offer. */
  channel: string | null;
}

/** The link does not offer that way to pay. */
export class NotOffered extends Error {}

/**
 * The payer chooses how to pay, at that instant. Throws NotOffered for a method or channel that the link does not have
 * and TransitionRefused when it is too late to choose.
 */
export function chooseMethod(twin: Twin, link: Link, choice: MethodChoice, at: string): Link {
  const offer = findOffer(twin.providers[link.provider].offers(link), choice);
  const lapsesMs = Math.min(Date.parse(at) + offer.validForMs, Date.parse(link.expiresAt));
  return keepLink(
    twin,
    chosen(link, {
      method: offer.method,
      channel: offer.channel ?? choice.channel,
      code: mintPayCode(offer.method),
      chosenAt: at,
      lapsesAt: new Date(lapsesMs).toISOString(),
    }),
  );
}

function findOffer(offers: Offer[], { method, channel }: MethodChoice): Offer {
  const offer = offers.find(
    (each) => each.method === method && (each.channel === null || channel === null || each.channel === channel),
  );
  if (offer) return offer;
  throw new NotOffered(`the link does not offer ${channel ? `${method} of ${channel}` : method} for this amount`);
}

import type { Twin } from '../twin.ts';
import { keepLink } from './keep-link.ts';
import type { Link } from './link.ts';

/**
 * Moves a link's history so that it was created at `createdAt`: what has happened moves along, what is still to come
 * (expiry of a living link, settlement of a fresh payment) stays where it is. Callbacks that went out keep their times.
 */
export function backdateLink(twin: Twin, link: Link, createdAt: string): Link {
  const byMs = Date.parse(createdAt) - Date.parse(link.createdAt);
  const now = twin.clock.now();
  const move = (at: string) => (new Date(at) <= now ? new Date(Date.parse(at) + byMs).toISOString() : at);
  const { choice, payment } = link;
  return keepLink(twin, {
    ...link,
    createdAt: move(link.createdAt),
    updatedAt: move(link.updatedAt),
    expiresAt: move(link.expiresAt),
    choice: choice && { ...choice, chosenAt: move(choice.chosenAt), lapsesAt: move(choice.lapsesAt) },
    payment: payment && {
      ...payment,
      paidAt: move(payment.paidAt),
      settlesAt: move(payment.settlesAt),
      settledAt: payment.settledAt && move(payment.settledAt),
    },
  });
}
